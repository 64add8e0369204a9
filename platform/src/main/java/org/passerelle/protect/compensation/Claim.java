package org.passerelle.protect.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Refused;

/**
 * A claim for compensation on one route, in one currency. Who is tried for the crime and sued for
 * the wages at once has two.
 *
 * @param route code of {@code compensation_routes}
 * @param country where it is claimed
 * @param currency of all its amounts, code of {@code currencies}
 * @param days from which the law counts how long it can be put forward
 * @param steps in the order of their days, those struck out among them
 */
public record Claim(
    UUID id,
    UUID caseId,
    String route,
    String country,
    String currency,
    Days days,
    Words words,
    Instant at,
    UUID by,
    List<Step> steps) {
  public Claim {
    steps = steps.stream().sorted(Step.ORDER).toList();
  }

  /**
   * The sealed part.
   *
   * @param against whom it is directed, or empty
   * @param office court or office, or empty
   * @param reference their number of the file, or empty
   * @param counsel who represents the person, or empty
   */
  public record Words(String against, String office, String reference, String counsel) {}

  /**
   * Days from which the law counts.
   *
   * @param offence the last day of what was done to the person, or null
   * @param judgment the day on which the judgment became final, or null
   */
  public record Days(@Nullable LocalDate offence, @Nullable LocalDate judgment) {
    /** Neither is known. */
    public static final Days UNKNOWN = new Days(null, null);

    /**
     * Whether they can be so.
     *
     * @throws Refused if one lies ahead, or the judgment before the offence
     */
    void check(LocalDate today) {
      // elsewhere it may be tomorrow
      LocalDate latest = today.plusDays(1);
      if ((offence != null && offence.isAfter(latest))
          || (judgment != null && judgment.isAfter(latest))) {
        throw new Refused("compensation.refused.ahead");
      }
      if (offence != null && judgment != null && judgment.isBefore(offence)) {
        throw new Refused("compensation.refused.judgment");
      }
    }
  }

  /** A claim as somebody enters it. */
  public record Draft(String route, String country, String currency, Days days, Words words) {
    public Draft(String route, String country, String currency, Words words) {
      this(route, country, currency, Days.UNKNOWN, words);
    }
  }

  /** How it stands. */
  public Standing standing() {
    return Standing.of(steps);
  }
}
