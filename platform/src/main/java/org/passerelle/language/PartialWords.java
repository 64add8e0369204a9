package org.passerelle.language;

import java.time.LocalDate;

/**
 * Describes a partial date in words, because nobody can read {@code 2005~}. {@link DateParser}
 * parses the description. For one reader.
 */
final class PartialWords {
  private static final int DAY = 10;
  private static final int MONTH = 7;
  private final Texts texts;
  private final Moments moments;

  PartialWords(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  String of(PartialDate date) {
    String edtf = date.edtf();
    if (edtf.startsWith("[")) {
      String[] ends = edtf.substring(1, edtf.length() - 1).split("\\.\\.", -1);
      return span(ends[0], ends[1], true);
    }
    int cut = edtf.indexOf('/');
    return cut < 0
        ? point(edtf, false)
        : span(edtf.substring(0, cut), edtf.substring(cut + 1), false);
  }

  private String span(String from, String to, boolean oneOf) {
    if (isOpen(from)) {
      return say(isDay(to) ? "until.day" : "until", bare(to));
    }
    if (isOpen(to)) {
      return say("since", point(from, true));
    }
    if (!oneOf) {
      return isDay(from) && isDay(to)
          ? say("span.day", bare(from), bare(to))
          : say("span", point(from, true), point(to, true));
    }
    boolean next =
        from.matches("[0-9]{4}")
            && to.matches("[0-9]{4}")
            && Integer.parseInt(to) == Integer.parseInt(from) + 1;
    return say(next ? "or" : "between", point(from, true), point(to, true));
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static boolean isDay(String point) {
    return point.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  private String say(String what, Object... arguments) {
    return texts.text("date.partial." + what, arguments);
  }

  /** After a word that is part of another one already, such as “until the”. */
  private String bare(String point) {
    return isDay(point) ? moments.date(LocalDate.parse(point)) : point(point, true);
  }

  /**
   * A point in time.
   *
   * @param within whether it follows a word
   */
  private String point(String point, boolean within) {
    char doubt = point.charAt(point.length() - 1);
    return switch (doubt) {
      case '~' -> say("about", exact(point.substring(0, point.length() - 1), true));
      case '?' -> say("maybe", exact(point.substring(0, point.length() - 1), true));
      case '%' -> say("maybe-about", exact(point.substring(0, point.length() - 1), true));
      default -> exact(point, within);
    };
  }

  private String exact(String point, boolean within) {
    // an unknown part is left out
    String known = point.replaceAll("-XX.*$", "");
    if (known.length() == DAY) {
      String day = moments.date(LocalDate.parse(known));
      return within ? say("day", day) : day;
    }
    if (known.length() == MONTH) {
      String month = moments.month(LocalDate.parse(known + "-01"));
      return within && texts.language().key().equals("sr") ? SerbianMonths.within(month) : month;
    }
    if (known.endsWith("XX")) {
      String century = known.substring(0, 2);
      return say("between", year(century + "00", true), year(century + "99", true));
    }
    return known.endsWith("X") ? say("decade", known.substring(0, 3) + "0") : year(known, within);
  }

  private String year(String year, boolean within) {
    return within ? say("year", year) : year;
  }
}
