package org.passerelle.protect.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;

/**
 * Means are not required for a minor (Palermo Protocol, article 3 c). Determined for each episode
 * by the age at the time; a person who might have been under 18 counts as a minor.
 */
public enum MinorRule {
  /** Was under 18. */
  MINOR,
  /** Might have been under 18, treated as a minor. */
  MAYBE,
  /** Was 18 or older. */
  ADULT;

  private static final int OF_AGE = 18;
  private static final int DOUBT_IN_YEARS = 1;

  /** Whether act and purpose are sufficient. */
  public boolean needsNoMeans() {
    return this != ADULT;
  }

  /**
   * The rule for an episode.
   *
   * @param birth date of birth as far as known, or null
   * @param began beginning of the episode as far as known, or null; determines the age
   * @param today used if the beginning is unknown: it cannot be later, but may be earlier
   */
  public static MinorRule during(
      @Nullable PartialDate birth, @Nullable PartialDate began, LocalDate today) {
    if (birth == null) {
      return MAYBE;
    }
    LocalDate youngestBirth = widened(birth, birth.latest(), DOUBT_IN_YEARS);
    LocalDate oldestBirth = widened(birth, birth.earliest(), -DOUBT_IN_YEARS);
    LocalDate first = began == null ? null : widened(began, began.earliest(), -DOUBT_IN_YEARS);
    LocalDate last = began == null ? null : widened(began, began.latest(), DOUBT_IN_YEARS);
    boolean surelyAdult =
        youngestBirth != null && first != null && !first.isBefore(youngestBirth.plusYears(OF_AGE));
    boolean surelyMinor =
        oldestBirth != null
            && (last == null ? today : last).isBefore(oldestBirth.plusYears(OF_AGE));
    if (surelyAdult) {
      return ADULT;
    }
    return surelyMinor ? MINOR : MAYBE;
  }

  private static @Nullable LocalDate widened(
      PartialDate date, @Nullable LocalDate bound, int years) {
    return bound == null || !date.isDoubtful() ? bound : bound.plusYears(years);
  }
}
