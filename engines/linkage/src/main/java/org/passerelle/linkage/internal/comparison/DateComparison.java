package org.passerelle.linkage.internal.comparison;

import java.util.List;

/**
 * Dates of birth, also partial ones and those that are only known to lie in a span. Years that lie
 * a generation apart are a level of their own: a slip of the pen seldom makes a father of a son.
 */
public final class DateComparison implements Comparison {
  /** Years between parents and children, at least. */
  static final int GENERATION = 15;

  /** The highest level of dates that are two, and the lowest of dates that are nearly one. */
  public static final int DIFFERS = 2;

  public static final int NEARLY = 4;
  public static final int DOES_NOT_CONTRADICT = 5;

  /** Where more of the dates than this are the first of January, it stands for an unknown day. */
  private static final double HEAPED = 0.03;

  private static final double DAYS = 365.25;
  private final PartialDate[] dates;

  /** Dates by their numbers. */
  DateComparison(List<PartialDate> dates) {
    this.dates = dates.toArray(PartialDate[]::new);
  }

  /** The dates as they are compared where 1 January stands for a year alone. */
  public static List<PartialDate> withoutNewYears(List<PartialDate> dates) {
    return dates.stream().map(DateComparison::withoutNewYear).toList();
  }

  /** A date, or its year alone where it is 1 January. */
  public static PartialDate withoutNewYear(PartialDate date) {
    return isNewYear(date) ? PartialDate.years(date.year(), date.year()) : date;
  }

  /**
   * Whether so many dates are 1 January that it stands for a year alone.
   *
   * @param codes by record, the number of its date or -1
   */
  public static boolean isHeaped(List<PartialDate> dates, int[] codes) {
    int days = 0;
    int first = 0;
    for (int code : codes) {
      if (code >= 0 && dates.get(code).isDay()) {
        days++;
        first += isNewYear(dates.get(code)) ? 1 : 0;
      }
    }
    return first > HEAPED * days;
  }

  private static boolean isNewYear(PartialDate date) {
    return date.isDay() && date.month() == 1 && date.day() == 1;
  }

  @Override
  public List<String> levels() {
    return List.of(
        "a generation or more apart",
        "differs",
        "a year or so apart",
        "one part the same and one near",
        "two of three parts the same",
        "does not contradict",
        "one digit apart, or day and month swapped",
        "same");
  }

  @Override
  public int level(int a, int b) {
    PartialDate x = dates[a];
    PartialDate y = dates[b];
    if (!x.isDay() || !y.isDay()) {
      return partial(x, y);
    }
    if (a == b || x.text().equals(y.text())) {
      return 7;
    }
    if (Texts.distance(x.text(), y.text(), 1) <= 1
        || (x.year() == y.year() && x.month() == y.day() && x.day() == y.month())) {
      return 6;
    }
    int same =
        (x.year() == y.year() ? 1 : 0)
            + (x.month() == y.month() ? 1 : 0)
            + (x.day() == y.day() ? 1 : 0);
    if (same == 2) {
      return NEARLY;
    }
    int d = Texts.distance(x.text(), y.text(), 2);
    boolean nearYear = Math.abs(x.year() - y.year()) <= 1;
    if (d == 2 && (same == 1 || nearYear)) {
      return 3;
    }
    return nearYear ? DIFFERS : Math.abs(x.year() - y.year()) < GENERATION ? 1 : 0;
  }

  private static int partial(PartialDate x, PartialDate y) {
    if (x.from() <= y.to() && y.from() <= x.to()) {
      return DOES_NOT_CONTRADICT;
    }
    long gap = Math.max(x.from() - y.to(), y.from() - x.to());
    return gap <= 366 ? DIFFERS : gap < (GENERATION - 1) * DAYS ? 1 : 0;
  }
}
