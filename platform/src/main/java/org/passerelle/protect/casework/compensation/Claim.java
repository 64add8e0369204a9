package org.passerelle.protect.casework.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.Refused;

/**
 * A claim for compensation on one route and in one currency. A criminal trial and a civil suit for
 * wages are two claims.
 *
 * @param route code of {@code compensation_routes}
 * @param country country of the claim
 * @param currency currency of all amounts, code of {@code currencies}
 * @param days days from which legal limits run
 * @param steps steps by date, including those that were struck out
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
   * The encrypted part.
   *
   * @param against opponent, or empty
   * @param office court or authority, or empty
   * @param reference its file number, or empty
   * @param counsel representative of the person, or empty
   */
  public record Words(String against, String office, String reference, String counsel) {}

  /**
   * Days from which legal limits run.
   *
   * @param offence last day of the offence against the person, or null
   * @param judgment day on which the judgment became final, or null
   */
  public record Days(@Nullable LocalDate offence, @Nullable LocalDate judgment) {
    public static final Days UNKNOWN = new Days(null, null);

    /**
     * Checks that the days are plausible.
     *
     * @param newest newest day that has begun
     * @throws Refused if one is in the future, or the judgment is before the offence
     */
    void check(LocalDate newest) {
      if ((offence != null && offence.isAfter(newest))
          || (judgment != null && judgment.isAfter(newest))) {
        throw new Refused("compensation.refused.ahead");
      }
      if (offence != null && judgment != null && judgment.isBefore(offence)) {
        throw new Refused("compensation.refused.judgment");
      }
    }
  }

  /** Data of a claim as entered. */
  public record Draft(String route, String country, String currency, Days days, Words words) {
    public Draft(String route, String country, String currency, Words words) {
      this(route, country, currency, Days.UNKNOWN, words);
    }
  }

  /** Status of the claim. */
  public ClaimStatus standing() {
    return ClaimStatus.of(steps);
  }
}
