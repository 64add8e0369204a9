package org.passerelle.linkage.internal;

import java.util.List;

/** Dates of birth, also partial ones and those that are only known to lie in a span. */
final class DateComparison implements Comparison {
  private final PartialDate[] dates;

  DateComparison(List<PartialDate> dates) {
    this.dates = dates.toArray(PartialDate[]::new);
  }

  @Override
  public List<String> levels() {
    return List.of(
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
      return 6;
    }
    if (Texts.distance(x.text(), y.text(), 1) <= 1
        || (x.year() == y.year() && x.month() == y.day() && x.day() == y.month())) {
      return 5;
    }
    int same =
        (x.year() == y.year() ? 1 : 0)
            + (x.month() == y.month() ? 1 : 0)
            + (x.day() == y.day() ? 1 : 0);
    if (same == 2) {
      return 3;
    }
    int d = Texts.distance(x.text(), y.text(), 2);
    boolean nearYear = Math.abs(x.year() - y.year()) <= 1;
    if (d == 2 && (same == 1 || nearYear)) {
      return 2;
    }
    return nearYear ? 1 : 0;
  }

  private static int partial(PartialDate x, PartialDate y) {
    if (x.from() <= y.to() && y.from() <= x.to()) {
      return 4;
    }
    long gap = Math.max(x.from() - y.to(), y.from() - x.to());
    return gap <= 366 ? 1 : 0;
  }
}
