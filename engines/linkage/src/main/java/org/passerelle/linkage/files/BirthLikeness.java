package org.passerelle.linkage.files;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.passerelle.linkage.files.FileTraits.Birth;

/**
 * Agreement of two dates of birth: as days if both are exact, otherwise as intervals. The first of
 * January is commonly entered where a form demands a date and only the year is known, so it counts
 * as a year.
 */
final class BirthLikeness {
  private static final double DAYS_OF_A_YEAR = 365.25;

  /** Spread of the birth years of an organisation's persons. */
  private static final double SPREAD = 35;

  private static final double OFTENEST = 0.9;
  private static final double CLOSE_YEARS = 2;

  /** From this distance on one may be the parent of the other. */
  private static final double GENERATION_YEARS = 15;

  /** Level of dates that far apart. */
  static final String GENERATION = "generation";

  private BirthLikeness() {}

  private record Interval(LocalDate from, LocalDate to) {
    double years() {
      return (ChronoUnit.DAYS.between(from, to) + 1) / DAYS_OF_A_YEAR;
    }
  }

  /** Agreement of two dates of birth. */
  static Agreement of(Birth one, Birth other, LikenessWeights weights) {
    Interval a = interval(one);
    Interval b = interval(other);
    if (a.from.equals(a.to) && b.from.equals(b.to)) {
      return weights.agreement("birth", days(a.from, b.from));
    }
    if (!a.from.isAfter(b.to) && !b.from.isAfter(a.to)) {
      // the more likely a chance agreement, the smaller its weight
      return weights.agreement(
          "age", "possible", Math.min(OFTENEST, (a.years() + b.years()) / SPREAD));
    }
    LocalDate earlier = a.from.isAfter(b.to) ? b.to : a.to;
    LocalDate later = a.from.isAfter(b.to) ? a.from : b.from;
    return weights.agreement("age", apart(earlier, later));
  }

  private static Interval interval(Birth birth) {
    LocalDate from = birth.earliest();
    return birth.stated() && from.getDayOfYear() == 1
        ? new Interval(from, from.plusYears(1).minusDays(1))
        : new Interval(from, birth.latest());
  }

  private static String days(LocalDate one, LocalDate other) {
    if (one.equals(other)) {
      return "day";
    }
    boolean year = one.getYear() == other.getYear();
    boolean month = one.getMonthValue() == other.getMonthValue();
    boolean day = one.getDayOfMonth() == other.getDayOfMonth();
    if (year
        && one.getMonthValue() == other.getDayOfMonth()
        && one.getDayOfMonth() == other.getMonthValue()) {
      return "swapped";
    }
    if ((year && (month || day)) || (month && day)) {
      return "nearly";
    }
    if (year) {
      return "year";
    }
    return apart(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
  }

  private static String apart(LocalDate earlier, LocalDate later) {
    double years = ChronoUnit.DAYS.between(earlier, later) / DAYS_OF_A_YEAR;
    return years <= CLOSE_YEARS ? "close" : years < GENERATION_YEARS ? "other" : GENERATION;
  }
}
