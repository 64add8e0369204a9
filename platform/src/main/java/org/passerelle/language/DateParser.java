package org.passerelle.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates as people write them in French, English and Serbian, whatever the language of the
 * page: {@code 15.02.2024}, {@code 15/2/24}, {@code feb 2024}, « vers 2005 », „2003. или 2004.”,
 * {@code between May 2003 and 2005}, {@code since 2004}; and all forms of {@link PartialDate}. The
 * day precedes the month. {@code static/phone/dates.js} does the same offline; a test compares
 * both.
 */
public final class DateParser {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-./ ]+([0-9]{1,2})(?:[-./ ]+([0-9]{1,2}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:([0-9]{1,2})[-./ ]+)?([0-9]{1,2})[-./ ]+([0-9]{4}|[0-9]{2})");
  private static final Pattern KNOWN = Pattern.compile("[0-9]{4}(?:-[0-9]{2}){0,2}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern TWO_YEARS = Pattern.compile("([0-9]{4})-([0-9]{4})");
  private static final Pattern DECADE =
      Pattern.compile(
          "([0-9]{3})0[- ]?(?:%s)".formatted(String.join("|", DateVocabulary.of("decade"))));

  private final String typed;
  private final int lastYear;

  private DateParser(String typed, int lastYear) {
    this.typed = typed;
    this.lastYear = lastYear;
  }

  /**
   * Parses a date.
   *
   * @param lastYear latest year for a two-digit year
   * @throws DateTimeException if it cannot be understood, or the day does not exist
   */
  public static PartialDate read(String typed, int lastYear) {
    try {
      return PartialDate.parse(typed);
    } catch (DateTimeException e) {
      return PartialDate.parse(new DateParser(typed, lastYear).whole());
    }
  }

  /** The same if future dates are as likely as past ones: two digits stand for 1970 to 2069. */
  public static PartialDate read(String typed) {
    return read(typed, 2069);
  }

  /**
   * The same for an exact day.
   *
   * @throws DateTimeException also if less than a day was given
   */
  public static LocalDate day(String typed) {
    PartialDate date = read(typed);
    LocalDate day = date.earliest();
    if (day == null || !date.isDay()) {
      throw new DateTimeException("\"%s\" is not a day".formatted(typed));
    }
    return day;
  }

  /**
   * A year, a month or a day as stored, without uncertainty.
   *
   * @throws DateTimeException also if the date is open or approximate
   */
  public static String known(String typed) {
    String edtf = read(typed).edtf();
    if (!KNOWN.matcher(edtf).matches()) {
      throw new DateTimeException("\"%s\" is uncertain".formatted(typed));
    }
    return edtf;
  }

  private String whole() {
    String text =
        DateVocabulary.plain(typed)
            .replaceAll("[’'`,;()]", " ")
            .replaceAll("([?~%])", " $1 ")
            .replaceAll("[–—]", " - ")
            .replaceAll("(?<=[0-9])(er|st|nd|rd|th)(?![\\p{L}])", "")
            .strip();
    Matcher years = TWO_YEARS.matcher(text);
    if (years.matches()) {
      return "[" + years.group(1) + ".." + years.group(2) + "]";
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.split("\\s+", -1)) {
      // a full stop after a number or an abbreviation has no meaning
      String bare = token.replaceAll("\\.+$", "");
      if (!bare.isEmpty()) {
        tokens.add(bare);
      }
    }
    if (begins(tokens, "between")) {
      return oneOf(tokens, "and");
    }
    if (at(tokens, "or") > 0) {
      return oneOf(tokens, "or");
    }
    if (begins(tokens, "until")) {
      return "../" + inDoubt(tokens);
    }
    if (begins(tokens, "after")) {
      return beside(inDoubt(tokens), 1) + "/..";
    }
    if (begins(tokens, "before")) {
      return "../" + beside(inDoubt(tokens), -1);
    }
    boolean since = begins(tokens, "since");
    int to = at(tokens, "to");
    if (to > 0) {
      return inDoubt(tokens.subList(0, to)) + "/" + inDoubt(tokens.subList(to + 1, tokens.size()));
    }
    if (since) {
      return inDoubt(tokens) + "/..";
    }
    return inDoubt(tokens);
  }

  private String oneOf(List<String> tokens, String between) {
    int cut = at(tokens, between);
    if (cut < 1) {
      throw unreadable();
    }
    return "["
        + inDoubt(tokens.subList(0, cut))
        + ".."
        + inDoubt(tokens.subList(cut + 1, tokens.size()))
        + "]";
  }

  /** Position of a word of the kind, other than first and last; 0 if there is none. */
  private static int at(List<String> tokens, String kind) {
    Collection<String> words = DateVocabulary.of(kind);
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (words.contains(tokens.get(i))) {
        return i;
      }
    }
    return 0;
  }

  /** Removes leading words of the kind; returns whether there were any. */
  private static boolean begins(List<String> tokens, String kind) {
    for (String words : DateVocabulary.of(kind)) {
      List<String> said = List.of(words.split(" "));
      if (tokens.size() > said.size() && tokens.subList(0, said.size()).equals(said)) {
        tokens.subList(0, said.size()).clear();
        return true;
      }
    }
    return false;
  }

  /** A point in time with its uncertainty. */
  private String inDoubt(List<String> said) {
    List<String> tokens = new ArrayList<>(said);
    boolean about = tokens.removeAll(List.of("~"));
    boolean maybe = tokens.removeAll(List.of("?"));
    if (tokens.removeAll(List.of("%"))) {
      about = true;
      maybe = true;
    }
    for (boolean more = true; more; ) {
      more = begins(tokens, "said");
      if (begins(tokens, "about")) {
        about = true;
        more = true;
      }
      if (begins(tokens, "maybe")) {
        maybe = true;
        more = true;
      }
    }
    return point(tokens) + (about && maybe ? "%" : about ? "~" : maybe ? "?" : "");
  }

  private String point(List<String> said) {
    List<String> tokens = new ArrayList<>(said);
    tokens.removeIf(
        token ->
            DateVocabulary.of("said").contains(token)
                || DateVocabulary.of("decades").contains(token));
    Integer month = null;
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Integer> found = DateVocabulary.month(tokens.get(i));
      if (found.isPresent()) {
        month = found.get();
        tokens.remove(i);
        break;
      }
    }
    String rest = String.join(" ", tokens);
    if (month != null) {
      return named(month, rest);
    }
    boolean decade =
        said.stream().anyMatch(DateVocabulary.of("decades")::contains) && rest.matches("[0-9]{3}0");
    return decade ? rest.substring(0, 3) + "X" : numbers(rest);
  }

  /** “15 2024”, “2024”, “2024 15” and “15 24” beside the name of a month. */
  private String named(int month, String rest) {
    String[] numbers = rest.split("[-./ ]+", -1);
    if (numbers.length == 1 && YEAR.matcher(numbers[0]).matches()) {
      return "%s-%02d".formatted(numbers[0], month);
    }
    if (numbers.length == 2) {
      boolean yearFirst = YEAR.matcher(numbers[0]).matches();
      return day(numbers[yearFirst ? 0 : 1], month, numbers[yearFirst ? 1 : 0]);
    }
    throw unreadable();
  }

  private String numbers(String text) {
    if (YEAR.matcher(text).matches()) {
      return text;
    }
    Matcher decade = DECADE.matcher(text);
    if (decade.matches()) {
      return decade.group(1) + "X";
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      int month = Integer.parseInt(yearFirst.group(2));
      return yearFirst.group(3) == null
          ? "%s-%02d".formatted(yearFirst.group(1), month)
          : day(yearFirst.group(1), month, yearFirst.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (!dayFirst.matches()) {
      throw unreadable();
    }
    String day = dayFirst.group(1);
    int month = Integer.parseInt(dayFirst.group(2));
    if (day == null) {
      if (dayFirst.group(3).length() != 4) {
        throw unreadable();
      }
      return "%s-%02d".formatted(dayFirst.group(3), month);
    }
    // there is no thirteenth month: the month was written first
    return month > 12
        ? day(dayFirst.group(3), Integer.parseInt(day), dayFirst.group(2))
        : day(dayFirst.group(3), month, day);
  }

  private String day(String year, int month, String day) {
    if (!day.matches("[0-9]{1,2}") || !year.matches("[0-9]{2}|[0-9]{4}")) {
      throw unreadable();
    }
    int whole = Integer.parseInt(year);
    if (year.length() == 2) {
      whole += 2000;
      whole -= whole > lastYear ? 100 : 0;
    }
    return "%04d-%02d-%02d".formatted(whole, month, Integer.parseInt(day));
  }

  /** The year, month or day before or after one, with the same precision. */
  private String beside(String edtf, int steps) {
    String plain = edtf.replaceAll("[?~%]", "");
    LocalDate first = PartialDate.parse(plain).earliest();
    if (first == null || !plain.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
      throw unreadable();
    }
    String beside =
        switch (plain.length()) {
          case 4 -> "%04d".formatted(first.getYear() + steps);
          case 7 -> first.plusMonths(steps).toString().substring(0, 7);
          default -> first.plusDays(steps).toString();
        };
    return beside + edtf.substring(plain.length());
  }

  private DateTimeException unreadable() {
    return new DateTimeException(
        "\"%s\" is not a readable date.%nMaybe it is 15.2.2024, feb 2024 or about 2005."
            .formatted(typed.length() > 40 ? typed.substring(0, 40) : typed));
  }
}
