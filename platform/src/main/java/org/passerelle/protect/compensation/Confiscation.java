package org.passerelle.protect.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was taken from those who exploited the person, and what of it reached whom. Immutable.
 *
 * @param entries in the order of their days, those struck out among them
 * @param paid what arrived from it in the claim itself, as the claim's steps say
 */
public record Confiscation(List<Entry> entries, BigDecimal paid) {
  public Confiscation {
    entries = List.copyOf(entries);
  }

  /**
   * Something that happened to assets.
   *
   * @param kind code of {@code confiscation_steps}
   * @param amount above 0, two decimals, in the claim's currency
   * @param struck when it was struck out as entered by mistake, or null
   */
  public record Entry(
      UUID id,
      String kind,
      LocalDate on,
      BigDecimal amount,
      Words words,
      @Nullable Instant struck) {}

  /**
   * The sealed part.
   *
   * @param what it is: an account, a house, a car
   * @param authority who did it, with their number, or empty
   */
  public record Words(String what, String authority) {}

  /** The same as somebody enters it. */
  public record Draft(String kind, LocalDate on, BigDecimal amount, Words words) {}

  /** Sum of a kind, without what is struck out. */
  public BigDecimal sum(String kind) {
    return entries.stream()
        .filter(entry -> entry.kind().equals(kind) && entry.struck() == null)
        .map(Entry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of what was confiscated, what neither this person nor others have received; 0 or more. */
  public BigDecimal left() {
    return sum("confiscated").subtract(paid).subtract(sum("to_others")).max(BigDecimal.ZERO);
  }
}
