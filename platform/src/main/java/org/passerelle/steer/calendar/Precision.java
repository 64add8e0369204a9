package org.passerelle.steer.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;

/** How exactly the date of an event is known. */
public enum Precision {
  /** Its first and its last day are known. */
  DAY,
  /** It lies within one month. */
  MONTH,
  /** It lies within a year or a longer time. */
  YEAR,
  /** Nothing is known. */
  NONE;

  /** What two ends of a period say together; an end that is not there says nothing. */
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
