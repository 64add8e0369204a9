package org.passerelle.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses times of day, alone or beside a day, as people write them in French, English and Serbian,
 * whatever the language of the page: {@code 14:30}, {@code 2.30 pm}, « 14 h 30 », „14.30 ч”, {@code
 * 9 April 2026 at 14:30}, „9. априла 2026. у 14.30”; and what browsers send. {@link DateParser}
 * parses the day.
 */
public final class TimeParser {
  private static final String NAMES = String.join("|", DateVocabulary.of("hours"));
  private static final String TO_24 = "([01]?[0-9]|2[0-3])";
  private static final Pattern CLOCK =
      Pattern.compile(TO_24 + "[:.]([0-5][0-9])(?: ?(?:%s)\\.?)?".formatted(NAMES));
  private static final Pattern NAMED =
      Pattern.compile(TO_24 + " ?(?:%s)\\.?(?: ?([0-5][0-9]))?".formatted(NAMES));
  private static final Pattern HALF_DAY =
      Pattern.compile("(0?[1-9]|1[0-2])(?:[:.]([0-5][0-9]))? ?([ap])\\.?m\\.?");

  private TimeParser() {}

  /** A time of day; empty if it cannot be understood. */
  public static Optional<LocalTime> read(String typed) {
    return hour(plain(typed));
  }

  /**
   * A day with an hour, in either order.
   *
   * @throws DateTimeException if it cannot be understood, has two meanings, one of the two is
   *     missing, or the day does not exist
   */
  public static LocalDateTime moment(String typed) {
    try {
      return LocalDateTime.parse(typed);
    } catch (DateTimeException e) {
      return said(typed);
    }
  }

  private static LocalDateTime said(String typed) {
    List<String> words = List.of(plain(typed).split(" ", -1));
    Set<LocalDateTime> found = new LinkedHashSet<>();
    for (int cut = 1; cut < words.size(); cut++) {
      String first = String.join(" ", words.subList(0, cut));
      String second = String.join(" ", words.subList(cut, words.size()));
      both(first, second).ifPresent(found::add);
      both(second, first).ifPresent(found::add);
    }
    // what can be read in two ways was meant in one: whoever wrote it says which
    if (found.size() == 1) {
      return found.iterator().next();
    }
    throw new DateTimeException(
        "\"%s\" is not a day with an hour.%nMaybe it is 9 April 2026, 14:30."
            .formatted(typed.length() > 40 ? typed.substring(0, 40) : typed));
  }

  private static Optional<LocalDateTime> both(String day, String hour) {
    return hour(hour).flatMap(time -> day(day).map(date -> date.atTime(time)));
  }

  private static Optional<LocalDate> day(String said) {
    try {
      return Optional.of(DateParser.day(said));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> hour(String said) {
    String text = said;
    for (String word : DateVocabulary.of("at")) {
      if (text.startsWith(word + " ")) {
        text = text.substring(word.length() + 1);
        break;
      }
    }
    for (Pattern form : List.of(CLOCK, NAMED)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return Optional.of(time(Integer.parseInt(matcher.group(1)), matcher.group(2)));
      }
    }
    Matcher half = HALF_DAY.matcher(text);
    if (half.matches()) {
      int later = half.group(3).equals("p") ? 12 : 0;
      return Optional.of(time(Integer.parseInt(half.group(1)) % 12 + later, half.group(2)));
    }
    return Optional.empty();
  }

  private static LocalTime time(int hour, @Nullable String minutes) {
    return LocalTime.of(hour, minutes == null ? 0 : Integer.parseInt(minutes));
  }

  private static String plain(String typed) {
    return DateVocabulary.plain(typed).replaceAll("[\\s,;]+", " ").strip();
  }
}
