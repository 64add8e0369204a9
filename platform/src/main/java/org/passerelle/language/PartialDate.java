package org.passerelle.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A partial date in Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, and one-of sets of
 * level 2): {@code 2003}, {@code 2003-05}, {@code 2003-05-12}, {@code 2003?} (uncertain), {@code
 * 2003~} (approximate), {@code 2003%} (both), {@code 200X}, {@code 2003-XX}, {@code 2003/2005},
 * {@code ../2004}, {@code 2003/..}, {@code [2003..2004]}. Immutable.
 *
 * @param edtf the text
 * @param earliest first possible day, or null if open
 * @param latest last possible day, or null if open
 */
public record PartialDate(String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
  private static final Pattern POINT =
      Pattern.compile(
          "(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX))?)?[?~%]?");

  /**
   * Parses a date.
   *
   * @throws DateTimeException if the text has none of the forms above, or the day does not exist
   */
  public static PartialDate parse(String text) {
    String edtf = text.strip();
    String within = edtf;
    String between = "/";
    if (edtf.startsWith("[") && edtf.endsWith("]")) {
      within = edtf.substring(1, edtf.length() - 1);
      between = "..";
      if (!within.contains("..")) {
        throw unreadable(text);
      }
    }
    int cut = within.indexOf(between);
    if (cut < 0) {
      LocalDate[] point = point(within, text);
      return new PartialDate(edtf, point[0], point[1]);
    }
    LocalDate from = end(within.substring(0, cut), text, 0);
    LocalDate to = end(within.substring(cut + between.length()), text, 1);
    if ((from == null && to == null) || (from != null && to != null && from.isAfter(to))) {
      throw unreadable(text);
    }
    return new PartialDate(edtf, from, to);
  }

  /** An exact day. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.toString(), day, day);
  }

  /** Whether it is marked as uncertain or approximate. */
  public boolean isDoubtful() {
    return edtf.matches(".*[?~%].*");
  }

  /** Whether it is an exact day. */
  public boolean isDay() {
    return earliest != null && earliest.equals(latest) && !isDoubtful();
  }

  private static @Nullable LocalDate end(String text, String whole, int side) {
    return text.isEmpty() || text.equals("..") ? null : point(text, whole)[side];
  }

  private static LocalDate[] point(String text, String whole) {
    Matcher parts = POINT.matcher(text);
    if (!parts.matches()) {
      throw unreadable(whole);
    }
    String year = parts.group("year");
    int first = Integer.parseInt(year.replace('X', '0'));
    int last = Integer.parseInt(year.replace('X', '9'));
    String month = parts.group("month");
    String day = parts.group("day");
    if (month == null || month.equals("XX")) {
      if (day != null && !day.equals("XX")) {
        throw unreadable(whole);
      }
      return new LocalDate[] {LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)};
    }
    if (first != last) {
      throw unreadable(whole);
    }
    if (day == null || day.equals("XX")) {
      YearMonth known = YearMonth.of(first, Integer.parseInt(month));
      return new LocalDate[] {known.atDay(1), known.atEndOfMonth()};
    }
    LocalDate known = LocalDate.of(first, Integer.parseInt(month), Integer.parseInt(day));
    return new LocalDate[] {known, known};
  }

  private static DateTimeException unreadable(String text) {
    return new DateTimeException(
        "\"%s\" is not a partial date.%nMaybe it is 2003, 2003-05, 2003?, 200X or ../2004."
            .formatted(text.length() > 40 ? text.substring(0, 40) : text));
  }

  @Override
  public String toString() {
    return edtf;
  }
}
