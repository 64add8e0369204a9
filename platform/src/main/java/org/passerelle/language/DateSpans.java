package org.passerelle.language;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Periods in the application's languages, all of which put the day first: “8–9 April 2019”, « 31
 * mai – 1er juin 2018 », „8–9. април 2019.”. For one reader.
 */
public final class DateSpans {
  private final Moments moments;

  /** In the given language. */
  public DateSpans(Moments moments) {
    this.moments = moments;
  }

  /** From one day to another. */
  public String days(LocalDate from, LocalDate to) {
    String last = moments.date(to);
    if (from.equals(to)) {
      return last;
    }
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return number(from) + "–" + last;
    }
    String first = moments.date(from);
    return (from.getYear() == to.getYear() ? first.replaceFirst("\\s?[0-9]{4}\\.?$", "") : first)
        + " – "
        + last;
  }

  /** The day of the month in the language: the first is an ordinal in French. */
  private String number(LocalDate day) {
    return moments.date(day).replaceFirst("^([0-9]+(?:er)?).*", "$1");
  }

  /**
   * The same for stored dates, either of which may be empty; malformed ones are shown unchanged.
   */
  public String storedPeriod(String start, String end) {
    String from = moments.partial(start);
    String until = moments.partial(end);
    if (until.isEmpty() || until.equals(from)) {
      return from;
    }
    return (from.isEmpty() ? "…" : from) + " – " + until;
  }

  /** As far as both ends are known; empty if neither is. */
  public String period(@Nullable PartialDate start, @Nullable PartialDate end) {
    if (start == null) {
      return end == null ? "" : "… – " + moments.partial(end);
    }
    if (end == null || end.edtf().equals(start.edtf())) {
      return moments.partial(start);
    }
    LocalDate first = start.earliest();
    LocalDate last = end.latest();
    return start.isDay() && end.isDay() && first != null && last != null
        ? days(first, last)
        : moments.partial(start) + " – " + moments.partial(end);
  }
}
