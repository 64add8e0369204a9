package org.passerelle.protect.identity.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question from this node to another organisation about one case. Immutable.
 *
 * @param sought a person around the person of the case who is being traced; null for the person of
 *     the case
 * @param watchUntil last day of a watch; null for a single question
 * @param state {@code open}, {@code answered}, {@code ended}
 * @param reason code of the reason why it ended; null while open
 * @param sentOn day on which it was last sent; null before
 * @param band {@code likely}, {@code possible} or {@code none} (nothing was released); null before
 *     an answer
 * @param contact whom to call there; empty if nothing was released
 */
public record Question(
    UUID id,
    UUID organisation,
    UUID caseId,
    @Nullable UUID sought,
    UUID asked,
    String purpose,
    String basisKind,
    UUID basis,
    @Nullable LocalDate watchUntil,
    Instant askedAt,
    UUID askedBy,
    String state,
    @Nullable String reason,
    @Nullable LocalDate sentOn,
    @Nullable String band,
    String contact,
    @Nullable Instant answeredAt) {

  /** Whether it waits for an answer, or is a watch that goes on. */
  public boolean open() {
    return state.equals("open");
  }

  /** Whether it is open, to the same organisation and about the same person. */
  public boolean isAlike(UUID partner, @Nullable UUID about) {
    return open() && asked.equals(partner) && Objects.equals(sought, about);
  }

  /** Whether it is a watch, which is asked every day. */
  public boolean watch() {
    return watchUntil != null;
  }

  DaySecrets.Pair pair() {
    return new DaySecrets.Pair(organisation, asked);
  }
}
