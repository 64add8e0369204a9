package org.passerelle.protect.casework.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a claim: it was made, decided, appealed, paid. Immutable; a step entered by mistake is
 * struck out.
 *
 * @param kind code of {@code compensation_steps}
 * @param number sequence number within the claim, in order of entry, from 1
 * @param on date of the event
 * @param amount above 0, two decimals, in the claim's currency; null where the kind has none
 * @param payer code of {@code compensation_payers} for a payment, otherwise null
 * @param struck when it was struck out, or null
 */
public record Step(
    UUID id,
    int number,
    String kind,
    LocalDate on,
    @Nullable BigDecimal amount,
    @Nullable String payer,
    Words words,
    Instant at,
    UUID by,
    @Nullable Instant struck) {
  /** Kinds with an amount. */
  public static final Set<String> WITH_AMOUNT =
      Set.of("claimed", "awarded", "settled", "appeal_awarded", "paid");

  /** By date, then in order of entry. */
  static final Comparator<Step> ORDER = Comparator.comparing(Step::on).thenComparing(Step::number);

  /**
   * The encrypted part.
   *
   * @param authority who decided or paid, or empty
   * @param note further remarks, or empty
   */
  public record Words(String authority, String note) {}

  /** Data of a step as entered. */
  public record Draft(
      String kind,
      LocalDate on,
      @Nullable BigDecimal amount,
      @Nullable String payer,
      Words words) {}

  /** The amount, or zero if it does not count. */
  BigDecimal counted() {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
