package org.passerelle.linkage.generator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/** A date of birth, or an age, as an agency knows it. */
final class BirthRecorded {
  /** Date and age; one of them, or neither. */
  record Fields(String date, String age) {}

  private BirthRecorded() {}

  static Fields written(LocalDate born, LocalDate day, RecordErrors recordErrors, Draw draw) {
    int age = Math.max(0, Period.between(born, day).getYears());
    if (recordErrors.made("birth.missing")) {
      return new Fields("", "");
    }
    if (recordErrors.made("birth.age_in_years")) {
      return new Fields("", Integer.toString(age));
    }
    if (recordErrors.made("birth.age_estimated")) {
      int spread = (int) recordErrors.number("birth.age_estimated", "spread");
      return new Fields("", Integer.toString(Math.max(0, age + draw.between(-spread, spread))));
    }
    int toAge = (int) recordErrors.number("birth.said_to_be_of_age", "to_age");
    if (age >= 12 && age <= toAge && recordErrors.made("birth.said_to_be_of_age")) {
      return new Fields(born.minusYears(toAge + 1L - age).toString(), "");
    }
    if (age >= recordErrors.number("birth.age_rounded", "from_age")
        && recordErrors.made("birth.age_rounded")) {
      int to = (int) recordErrors.number("birth.age_rounded", "to");
      return new Fields("", Integer.toString((age + to / 2) / to * to));
    }
    LocalDate date = dated(born, recordErrors, draw);
    return new Fields(date.isAfter(day) ? born.toString() : date.toString(), "");
  }

  private static LocalDate dated(LocalDate born, RecordErrors recordErrors, Draw draw) {
    if (recordErrors.made("birth.year_only")) {
      return LocalDate.of(born.getYear(), 1, 1);
    }
    if (born.getDayOfMonth() <= 12 && recordErrors.made("birth.day_and_month_swapped")) {
      return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }
    if (recordErrors.made("birth.year_beside")) {
      int spread = (int) recordErrors.number("birth.year_beside", "spread");
      return born.plusYears(draw.happens(0.5) ? spread : -spread);
    }
    return recordErrors.made("birth.digit_wrong") ? otherDigit(born, draw) : born;
  }

  /** Another last digit of the year, the month or the day; only such as make a date. */
  private static LocalDate otherDigit(LocalDate born, Draw draw) {
    int digit = draw.below(10);
    try {
      return switch (draw.below(3)) {
        case 0 -> born.withYear(born.getYear() / 10 * 10 + digit);
        case 1 -> born.withMonth(born.getMonthValue() / 10 * 10 + digit);
        default -> born.withDayOfMonth(born.getDayOfMonth() / 10 * 10 + digit);
      };
    } catch (DateTimeException e) {
      return born;
    }
  }
}
