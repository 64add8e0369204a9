package org.passerelle.protect.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a claim: it was put forward, decided, appealed against, paid. Immutable; one
 * that was entered by mistake is struck out and counts no longer.
 *
 * @param kind code of {@code compensation_steps}
 * @param number place among the steps of its claim as they were entered, from 1 on
 * @param on the day it happened
 * @param amount above 0, two decimals, in the claim's currency; null where the kind has none
 * @param payer code of {@code compensation_payers} for what was paid, else null
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
  /** Kinds that carry an amount. */
  public static final Set<String> WITH_AMOUNT =
      Set.of("claimed", "awarded", "settled", "appeal_awarded", "paid");

  /** By the day it happened; on one day as it was entered. */
  static final Comparator<Step> ORDER = Comparator.comparing(Step::on).thenComparing(Step::number);

  /**
   * The sealed part.
   *
   * @param authority who decided or paid, or empty
   * @param note anything else, or empty
   */
  public record Words(String authority, String note) {}

  /** The same as somebody enters it. */
  public record Draft(
      String kind,
      LocalDate on,
      @Nullable BigDecimal amount,
      @Nullable String payer,
      Words words) {}

  /** What counts, or zero. */
  BigDecimal counted() {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
