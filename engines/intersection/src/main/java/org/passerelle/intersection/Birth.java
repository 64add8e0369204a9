package org.passerelle.intersection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * When a person was born, as far as it is known.
 *
 * @param first the first year it can be
 * @param last the last year it can be; before the first: nothing is known
 * @param day the day where it is known
 */
public record Birth(int first, int last, @Nullable LocalDate day) {
  /** Nothing is known. */
  public static final Birth UNKNOWN = new Birth(1, 0, null);

  /** On a day. The first of January is what registers write where only the year is known. */
  public static Birth on(LocalDate day) {
    boolean yearOnly = day.getDayOfYear() == 1;
    return new Birth(day.getYear(), day.getYear(), yearOnly ? null : day);
  }

  /** As {@code 2008-11-30}; a day that no calendar has says its year only. */
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

  /** So many years old on a day: one of two years. */
  public static Birth ofAge(int years, LocalDate on) {
    return new Birth(on.getYear() - years - 1, on.getYear() - years, null);
  }
}
