package org.passerelle.steer.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;

/** Precision of an event's date. */
public enum Precision {
  /** The first and the last day are known. */
  DAY,
  /** Within one month. */
  MONTH,
  /** Within a year or a longer period. */
  YEAR,
  /** Unknown. */
  NONE;

  /** The combined precision of both ends of a period; a missing end is ignored. */
  static Precision of(@Nullable PartialDate start, @Nullable PartialDate end) {
    if (start == null && end == null) {
      return NONE;
    }
    Precision first = start == null ? YEAR : of(start);
    Precision last = end == null ? (start == null ? YEAR : first) : of(end);
    return first.compareTo(last) >= 0 ? first : last;
  }

  private static Precision of(PartialDate date) {
    if (date.isDay()) {
      return DAY;
    }
    LocalDate earliest = date.earliest();
    LocalDate latest = date.latest();
    return earliest != null
            && latest != null
            && YearMonth.from(earliest).equals(YearMonth.from(latest))
        ? MONTH
        : YEAR;
  }
}
