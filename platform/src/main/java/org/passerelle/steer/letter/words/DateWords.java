package org.passerelle.steer.letter.words;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Texts;

/** Dates as in a printed letter: “31 May – 1 June”, « 1er juin », „5–7. јун 2018.” */
public final class DateWords {
  private final Texts texts;
  private final SimpleDateFormat month;

  public DateWords(Texts texts) {
    this.texts = texts;
    this.month = new SimpleDateFormat("MMMM", texts.language().locale());
    month.setTimeZone(TimeZone.GMT_ZONE);
    month.setContext(DisplayContext.CAPITALIZATION_NONE);
  }

  /** A day, a month or a year, as far as known. */
  public String of(PartialDate date) {
    return between(date, date, 0);
  }

  /**
   * A date range.
   *
   * @param year year that is left out, or 0
   */
  public String between(PartialDate start, PartialDate end, int year) {
    LocalDate from = first(start);
    LocalDate to = last(end);
    if (start.isDay() && end.isDay()) {
      return days(from, to, year);
    }
    if (isYear(start) && isYear(end)) {
      return from.getYear() == to.getYear()
          ? key("date.year", from.getYear())
          : key("date.years", from.getYear(), to.getYear());
    }
    String began = start.isDay() ? day(from) : isYear(start) ? year(from) : monthOf(from);
    String ends = end.isDay() ? day(to) : isYear(end) ? year(to) : monthOf(to);
    return began.equals(ends) ? began : key("date.from-to", began, ends);
  }

  private String days(LocalDate from, LocalDate to, int year) {
    boolean said = from.getYear() == year && to.getYear() == year;
    if (from.equals(to)) {
      return said ? key("date.day", number(from), name(from)) : day(from);
    }
    if (from.getYear() != to.getYear()) {
      return key("date.from-to", day(from), day(to));
    }
    if (from.getMonth() == to.getMonth()) {
      return said
          ? key("date.days", number(from), number(to), name(from))
          : key("date.days-year", number(from), number(to), name(from), from.getYear());
    }
    return said
        ? key("date.span", number(from), name(from), number(to), name(to))
        : key("date.span-year", number(from), name(from), number(to), name(to), from.getYear());
  }

  /** Month and year of a day. */
  public String monthOf(LocalDate day) {
    return key("date.month", name(day), day.getYear());
  }

  private String day(LocalDate day) {
    return key("date.day-year", number(day), name(day), day.getYear());
  }

  private String year(LocalDate day) {
    return key("date.year", day.getYear());
  }

  private String number(LocalDate day) {
    return day.getDayOfMonth() == 1 ? key("date.first") : Integer.toString(day.getDayOfMonth());
  }

  private String name(LocalDate day) {
    return month.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private String key(String key, Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return texts.text("letter." + key, words);
  }

  private static boolean isYear(PartialDate date) {
    return date.edtf().matches("\\d{4}[?~%]?");
  }

  private static LocalDate first(PartialDate date) {
    return Objects.requireNonNullElseGet(date.earliest(), () -> last(date));
  }

  private static LocalDate last(PartialDate date) {
    return Objects.requireNonNullElseGet(date.latest(), () -> first(date));
  }
}
