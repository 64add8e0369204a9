package org.passerelle.intersection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A birth date, as far as known.
 *
 * @param first first possible year
 * @param last last possible year; less than {@code first} if unknown
 * @param day the exact day if known
 */
public record Birth(int first, int last, @Nullable LocalDate day) {
  /** Unknown. */
  public static final Birth UNKNOWN = new Birth(1, 0, null);

  /** An exact day. Registers write the first of January if only the year is known. */
  public static Birth on(LocalDate day) {
    boolean yearOnly = day.getDayOfYear() == 1;
    return new Birth(day.getYear(), day.getYear(), yearOnly ? null : day);
  }

  /** Parses {@code 2008-11-30}; an invalid day counts as its year. */
  public static Birth read(String date) {
    try {
      return on(LocalDate.parse(date));
    } catch (DateTimeParseException e) {
      return date.matches("\\d{4}-.*") ? in(Integer.parseInt(date.substring(0, 4))) : UNKNOWN;
    }
  }

  /** In a year. */
  public static Birth in(int year) {
    return new Birth(year, year, null);
  }

  /** An age on a day: one of two birth years. */
  public static Birth ofAge(int years, LocalDate on) {
    return new Birth(on.getYear() - years - 1, on.getYear() - years, null);
  }
}
