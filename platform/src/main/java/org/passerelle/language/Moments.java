package org.passerelle.language;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Formats dates, times and numbers for one reader: relative for near dates, in full otherwise. Not
 * thread-safe.
 */
public final class Moments {
  private final Texts texts;
  private final ZoneId zone;
  private final Clock clock;
  private final Locale locale;

  /** By pattern; creating one is far more expensive than using it. */
  private final Map<String, SimpleDateFormat> formats = new HashMap<>();

  public Moments(Texts texts, ZoneId zone, Clock clock) {
    this.texts = texts;
    this.zone = zone;
    this.clock = clock;
    this.locale = texts.language().locale();
  }

  /** The same in another language. */
  public Moments in(Texts other) {
    return new Moments(other, zone, clock);
  }

  /** The reader's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Today in the reader's time zone. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The present instant. */
  public Instant now() {
    return clock.instant();
  }

  /** “9 April 2019”, « 9 avril 2019 », „9. април 2019.” */
  public String date(LocalDate day) {
    return format("date.pattern.long", day);
  }

  /** The value of a field: a day in words, anything else unchanged. */
  public String typed(String value) {
    try {
      return value.length() == "2019-04-09".length() ? date(LocalDate.parse(value)) : value;
    } catch (DateTimeException noDay) {
      return value;
    }
  }

  /** With the day of the week. */
  public String weekday(LocalDate day) {
    return format("date.pattern.weekday", day);
  }

  /**
   * A partial date in words: a day, “April 2019”, “2019”, “about 2005”, “2003 or 2004”, “since May
   * 2004”. {@link DateParser} parses them.
   */
  public String partial(PartialDate date) {
    return new PartialWords(texts, this).of(date);
  }

  /** The same for a stored date; empty for an empty one, unchanged if malformed. */
  public String partial(String edtf) {
    try {
      return edtf.isBlank() ? "" : partial(PartialDate.parse(edtf));
    } catch (DateTimeException e) {
      return edtf;
    }
  }

  /** “April 2019”, « avril 2019 », „април 2019.” */
  String month(LocalDate day) {
    return format("date.pattern.month", day);
  }

  /** Without the year if it is the current one. */
  public String shortDate(LocalDate day) {
    return day.getYear() == today().getYear() ? format("date.pattern.short", day) : date(day);
  }

  /** Day and time: “today, 07:40”, “yesterday, 19:22”, “3 April 2019, 02:14”. */
  public String instant(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    String time = time(at);
    long ago = ChronoUnit.DAYS.between(day, today());
    if (ago == 0) {
      return texts.text("date.today-at", time);
    }
    if (ago == 1) {
      return texts.text("date.yesterday-at", time);
    }
    return texts.text("date.at", shortDate(day), time);
  }

  /** Day, year and time, for what is read on another day, such as paper: “3 April 2019, 02:14”. */
  public String lasting(Instant at) {
    return texts.text("date.at", date(LocalDate.ofInstant(at, zone)), time(at));
  }

  /** “07:40”, « 7 h 40 », „7.40”. */
  public String time(Instant at) {
    return formats
        .computeIfAbsent("date.pattern.time", key -> pattern(key, zone.getId()))
        .format(Date.from(at));
  }

  /** The end of today. */
  public Instant midnight() {
    return today().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The end of the first page's week: a week after the end of today. */
  public Instant week() {
    return today().plusDays(8).atStartOfDay(zone).toInstant();
  }

  /** A deadline in words: “2 days late”, “today, 16:00”, “tomorrow”, “Friday 12 April”. */
  public String deadline(Instant due) {
    LocalDate day = LocalDate.ofInstant(due, zone);
    long days = ChronoUnit.DAYS.between(today(), day);
    if (due.isBefore(now())) {
      return days == 0
          ? texts.text("date.late-since", time(due))
          : texts.text("date.late-days", -days);
    }
    if (days == 0) {
      return texts.text("date.today-at", time(due));
    }
    if (days == 1) {
      return texts.text("date.tomorrow");
    }
    return days < 7 ? format("date.pattern.weekday-short", day) : shortDate(day);
  }

  /** {@code late}, {@code soon} (within 36 hours) or {@code calm}: the CSS class of a deadline. */
  public String urgency(Instant due) {
    if (due.isBefore(now())) {
      return "late";
    }
    return Duration.between(now(), due).compareTo(Duration.ofHours(36)) <= 0 ? "soon" : "calm";
  }

  /**
   * The due time of something for which only a day is known: the end of the working day, or, if
   * that has already passed on the same day, midnight. Nothing is overdue when it is created.
   */
  public Instant due(LocalDate day) {
    Instant evening = day.atTime(LocalTime.of(18, 0)).atZone(zone).toInstant();
    return day.equals(today()) && evening.isBefore(now()) ? end(day) : evening;
  }

  /** The last moment of a day on which something can still be done in time. */
  public Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  /** A number with the language's separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A number with the language's separators and all its decimals. */
  public String decimal(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** The same with every digit of its scale, so that figures in a column align. */
  public String fixed(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** An amount in euros, with cents if there are any: “€150,000”, « 150 000 € », „150.000 €”. */
  public String euros(BigDecimal amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance("EUR"));
    int decimals = amount.stripTrailingZeros().scale() > 0 ? 2 : 0;
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  private SimpleDateFormat pattern(String key, String zoneId) {
    SimpleDateFormat format = new SimpleDateFormat(texts.text(key), locale);
    format.setTimeZone(TimeZone.getTimeZone(zoneId));
    format.setContext(DisplayContext.CAPITALIZATION_NONE);
    return format;
  }

  private String format(String patternKey, LocalDate day) {
    String written =
        formats
            .computeIfAbsent(patternKey, key -> pattern(key, "Etc/UTC"))
            .format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    // French uses an ordinal for the first of a month, which the locale data lack
    return locale.getLanguage().equals("fr") && day.getDayOfMonth() == 1
        ? written.replaceFirst("(?<!\\d)1 ", "1er ")
        : written;
  }
}
