package org.passerelle.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period, as precisely as known: a year, a month or a day at each end, or nothing.
 *
 * @param from ISO 8601 ({@code 2019}, {@code 2019-04} or {@code 2019-04-30}); empty if unknown
 * @param to likewise; the last possible day is included
 */
public record Period(String from, String to) {
  /** An unknown period. */
  public static final Period UNKNOWN = new Period("", "");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*)?)?)?");

  /** Rejects invalid dates and an end before the beginning. */
  public Period {
    LocalDate first = day(from, false);
    LocalDate last = day(to, true);
    if (last.isBefore(first)) {
      throw new BadNetwork(Wording.PERIOD_REVERSED, from, to);
    }
  }

  /** Whether neither end is known. */
  public boolean unknown() {
    return from.isEmpty() && to.isEmpty();
  }

  /** The first possible day; the earliest representable one if unknown. */
  public LocalDate firstDay() {
    return day(from, false);
  }

  /** The last possible day; the latest representable one if unknown. */
  public LocalDate lastDay() {
    return day(to, true);
  }

  /** Whether it may overlap with another period. An undated one may. */
  public boolean touches(Period window) {
    return !firstDay().isAfter(window.lastDay()) && !lastDay().isBefore(window.firstDay());
  }

  private static LocalDate day(String text, boolean last) {
    if (text.isEmpty()) {
      return last ? LocalDate.MAX : LocalDate.MIN;
    }
    Matcher date = DATE.matcher(text);
    try {
      if (date.matches()) {
        int year = Integer.parseInt(date.group(1));
        int month = date.group(2) == null ? last ? 12 : 1 : Integer.parseInt(date.group(2));
        if (date.group(3) == null) {
          YearMonth whole = YearMonth.of(year, month);
          return last ? whole.atEndOfMonth() : whole.atDay(1);
        }
        return LocalDate.of(year, month, Integer.parseInt(date.group(3)));
      }
    } catch (DateTimeException e) {
      // falls through to the exception below
    }
    throw new BadNetwork(Wording.NO_DATE, text);
  }
}
