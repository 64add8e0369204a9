package org.passerelle.protect.compensation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A claim for compensation on one route, in one currency. Who is tried for the crime and sued for
 * the wages at once has two.
 *
 * @param route code of {@code compensation_routes}
 * @param country where it is claimed
 * @param currency of all its amounts, code of {@code currencies}
 * @param steps in the order of their days, those struck out among them
 */
public record Claim(
    UUID id,
    UUID caseId,
    String route,
    String country,
    String currency,
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

  /** A claim as somebody enters it. */
  public record Draft(String route, String country, String currency, Words words) {}

  /** How it stands. */
  public Standing standing() {
    return Standing.of(steps);
  }
}
