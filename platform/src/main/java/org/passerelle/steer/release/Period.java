package org.passerelle.steer.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A calendar year, or its beginning up to the end of a quarter. All periods of a year begin on the
 * same day: a half that could be subtracted from the year would be published without having been
 * protected.
 *
 * @param quarters 1 to 4
 */
public record Period(int year, int quarters) {
  private static final int YEARS = 5;
  private static final int MONTHS = 3;

  /** Those that are over and may be released, newest first. */
  public static List<Period> over(LocalDate today) {
    List<Period> periods = new ArrayList<>();
    int quarters = (today.getMonthValue() - 1) / MONTHS;
    if (quarters > 0) {
      periods.add(new Period(today.getYear(), quarters));
    }
    for (int back = 1; back <= YEARS; back++) {
      periods.add(new Period(today.getYear() - back, 4));
    }
    return periods;
  }

  /** The one with this id among those that may be released. */
  public static Optional<Period> of(String id, LocalDate today) {
    return over(today).stream().filter(period -> period.id().equals(id)).findFirst();
  }

  /** Its id in addresses: {@code 2026-3} ends with September. */
  public String id() {
    return year + "-" + quarters;
  }

  /** The first day. */
  public LocalDate from() {
    return LocalDate.of(year, 1, 1);
  }

  /** The day after the last. */
  public LocalDate until() {
    return from().plusMonths((long) quarters * MONTHS);
  }
}
