package org.passerelle.protect.safeguards.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a report.
 *
 * @param rows name of a field
 * @param columns name of another field, code of a {@link Grain}, or empty
 * @param date {@link #OPENED}, {@link #CONTACT} or the name of a date answer
 * @param span number of full months before this one, or 0 for {@code from} to {@code until}
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
  /** Date on which the case was opened. */
  public static final String OPENED = "opened";

  /** Date of first contact. */
  public static final String CONTACT = "contact";

  /** Maximum number of filters; each doubles the number of tables that are protected together. */
  public static final int FILTERS = 2;

  /** Possible numbers of full months. */
  public static final List<Integer> SPANS = List.of(3, 6, 12, 24, 36, 60);

  /** Restricts the report to cases with a code in a field. */
  public record Filter(String field, String code) {}

  public ReportQuestion {
    filters = List.copyOf(filters);
  }

  /** The grain of time, if the columns are periods. */
  public Optional<Grain> grain() {
    return Grain.of(columns);
  }

  /**
   * The months that are counted: full ones only, so that comparing figures of two days reveals
   * nobody.
   *
   * @param now the current month
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

  /** A range of months; the end is exclusive. */
  public record Months(YearMonth from, YearMonth until) {
    boolean contains(YearMonth month) {
      return !month.isBefore(from) && month.isBefore(until);
    }

    /** The last month included. */
    public YearMonth last() {
      return until.minusMonths(1);
    }
  }
}
