package org.passerelle.protect.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to count.
 *
 * @param rows name of a field
 * @param columns name of another field, code of a {@link Grain}, or empty
 * @param date {@link #OPENED}, {@link #CONTACT} or the name of a dated answer
 * @param span how many full months before this one, or 0 for {@code from} to {@code until}
 * @param filters at most {@link #FILTERS}
 */
public record ReportQuestion(
    String rows,
    String columns,
    String date,
    int span,
    @Nullable YearMonth from,
    @Nullable YearMonth until,
    List<Filter> filters) {
  /** When the case was opened. */
  public static final String OPENED = "opened";

  /** Day of the first contact. */
  public static final String CONTACT = "contact";

  /** Most filters at once: each doubles the tables that are judged together. */
  public static final int FILTERS = 2;

  /** Full months that can be asked for. */
  public static final List<Integer> SPANS = List.of(3, 6, 12, 24, 36, 60);

  /** Only cases that hold a code in a field. */
  public record Filter(String field, String code) {}

  public ReportQuestion {
    filters = List.copyOf(filters);
  }

  /** How time is counted, if the columns are time. */
  public Optional<Grain> grain() {
    return Grain.of(columns);
  }

  /**
   * The months that are counted: full ones only, so that yesterday's figures beside today's tell of
   * nobody.
   *
   * @param now the month that is not full yet
   */
  Months months(YearMonth now) {
    YearMonth first = from;
    YearMonth last = until;
    if (span > 0 || first == null || last == null) {
      return new Months(now.minusMonths(span > 0 ? span : 12), now);
    }
    YearMonth after = last.isBefore(now) ? last.plusMonths(1) : now;
    return new Months(first.isBefore(after) ? first : after, after);
  }

  /** From a month to the one after the last. */
  public record Months(YearMonth from, YearMonth until) {
    boolean contains(YearMonth month) {
      return !month.isBefore(from) && month.isBefore(until);
    }

    /** The last that is counted. */
    public YearMonth last() {
      return until.minusMonths(1);
    }
  }
}
