package org.passerelle.protect.casework.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Assets taken from the exploiters, and who received them. Immutable.
 *
 * @param entries entries by date, including those that were struck out
 * @param paid amount paid from them in the claim itself, according to its steps
 */
public record Confiscation(List<Entry> entries, BigDecimal paid) {
  public Confiscation {
    entries = List.copyOf(entries);
  }

  /**
   * An event concerning assets.
   *
   * @param kind code of {@code confiscation_steps}
   * @param amount above 0, two decimals, in the claim's currency
   * @param struck when it was struck out as a mistake, or null
   */
  public record Entry(
      UUID id,
      String kind,
      LocalDate on,
      BigDecimal amount,
      Words words,
      @Nullable Instant struck) {}

  /**
   * The encrypted part.
   *
   * @param what the asset: an account, a house, a car
   * @param authority authority and its reference number, or empty
   */
  public record Words(String what, String authority) {}

  /** Data of an entry. */
  public record Draft(String kind, LocalDate on, BigDecimal amount, Words words) {}

  /** Sum of a kind, without entries that were struck out. */
  public BigDecimal sum(String kind) {
    return entries.stream()
        .filter(entry -> entry.kind().equals(kind) && entry.struck() == null)
        .map(Entry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Confiscated amount that was not given back and that neither this person nor others have
   * received; 0 or more. What was given back to the owner is taken from what was seized and not
   * confiscated, and the rest, as after an appeal, from what was confiscated.
   */
  public BigDecimal left() {
    BigDecimal confiscated = sum("confiscated");
    BigDecimal seizedOnly = sum("seized").subtract(confiscated).max(BigDecimal.ZERO);
    BigDecimal returned = sum("released").subtract(seizedOnly).max(BigDecimal.ZERO);
    return confiscated
        .subtract(returned)
        .subtract(paid)
        .subtract(sum("to_others"))
        .max(BigDecimal.ZERO);
  }
}
