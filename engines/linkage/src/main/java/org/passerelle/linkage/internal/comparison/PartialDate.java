package org.passerelle.linkage.internal.comparison;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as far as it is known.
 *
 * @param from first day it can be, counted from 1970
 * @param to last day it can be
 * @param text as {@code yyyymmdd} where the day is known; otherwise the span
 */
public record PartialDate(long from, long to, int year, int month, int day, String text)
    implements Serializable {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4})\\.?");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?:ca?\\.?|circa|vers|oko|око|~)?\\s*(\\d{4})\\.?(?:\\s*(?:±|\\+/-|\\+-)\\s*(\\d{1,2}))?");
  private static final Pattern SPAN = Pattern.compile("(\\d{4})\\s*[-–/]\\s*(\\d{4})");

  /** Whether the day is known. */
  public boolean isDay() {
    return from == to;
  }

  /** A day; what no calendar has (such as 31 February) is kept by its digits. */
  public static PartialDate day(int year, int month, int day) {
    long epoch;
    try {
      epoch = LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      epoch = Math.round(year * 365.2425 + month * 30.44 + day) - 719_528;
    }
    return new PartialDate(
        epoch,
        epoch,
        year,
        month,
        day,
        String.format(java.util.Locale.ROOT, "%04d%02d%02d", year, month, day));
  }

  /** Any day of a span of years. */
  public static PartialDate years(int first, int last) {
    return new PartialDate(
        LocalDate.of(first, 1, 1).toEpochDay(),
        LocalDate.of(last, 12, 31).toEpochDay(),
        first,
        0,
        0,
        first + "-" + last);
  }

  /**
   * Born so long before a day that a person was {@code youngest} to {@code oldest} years old on it.
   */
  public static PartialDate ofAge(int youngest, int oldest, LocalDate on) {
    LocalDate first = on.minusYears(oldest + 1L).plusDays(1);
    LocalDate last = on.minusYears(youngest);
    return new PartialDate(
        first.toEpochDay(), last.toEpochDay(), first.getYear(), 0, 0, first + "-" + last);
  }

  /**
   * Reads a date; empty if it is none.
   *
   * @param monthFirst whether {@code 3/4/1990} is 4 March
   */
  public static Optional<PartialDate> parse(String text, boolean monthFirst) {
    String value = text.strip();
    Matcher iso = ISO.matcher(value);
    Matcher m = iso.matches() ? iso : DIGITS.matcher(value);
    if (m.matches()) {
      return parts(number(m, 1), number(m, 2), number(m, 3));
    }
    m = DAY_FIRST.matcher(value);
    if (m.matches()) {
      boolean swap = monthFirst ? number(m, 1) <= 12 : number(m, 2) > 12;
      return parts(number(m, 3), number(m, swap ? 1 : 2), number(m, swap ? 2 : 1));
    }
    m = SPAN.matcher(value);
    if (m.matches() && number(m, 1) > 0 && number(m, 1) <= number(m, 2)) {
      return Optional.of(years(number(m, 1), number(m, 2)));
    }
    m = MONTH.matcher(value);
    if (m.matches() && number(m, 2) <= 12) {
      return number(m, 2) == 0 ? parts(number(m, 1), 0, 0) : month(number(m, 1), number(m, 2));
    }
    m = YEAR.matcher(value);
    if (m.matches()) {
      int give = m.group(2) == null ? 0 : number(m, 2);
      return Optional.of(years(Math.max(1, number(m, 1) - give), number(m, 1) + give));
    }
    return Optional.empty();
  }

  /** Zeros for the unknown, as many registers write them: 1990-00-00. */
  private static Optional<PartialDate> parts(int year, int month, int day) {
    if (year == 0) {
      return Optional.empty();
    }
    if (month == 0) {
      return Optional.of(years(year, year));
    }
    return day == 0 && month <= 12 ? month(year, month) : Optional.of(day(year, month, day));
  }

  private static Optional<PartialDate> month(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return Optional.of(
        new PartialDate(
            first.toEpochDay(),
            first.plusMonths(1).minusDays(1).toEpochDay(),
            year,
            month,
            0,
            year + "-" + month));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
