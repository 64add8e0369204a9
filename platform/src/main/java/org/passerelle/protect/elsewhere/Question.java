package org.passerelle.protect.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question of this house to another organisation about one case. Immutable.
 *
 * @param sought somebody around the person of the case who is asked for; none where it is that
 *     person
 * @param watchUntil last day of a standing watch; none for a question that is asked once
 * @param state {@code open}, {@code answered}, {@code ended}
 * @param reason why it ended, a code; none while it has not
 * @param sentOn day on which it last went; none before
 * @param band {@code likely}, {@code possible}, {@code none}: nothing was released; none while
 *     nothing came
 * @param contact whom to call there; empty where nothing was released
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

  /** Whether an answer is waited for, or the watch goes on. */
  public boolean open() {
    return state.equals("open");
  }

  /** Whether it is open, to the same organisation and about the same person. */
  public boolean isAlike(UUID partner, @Nullable UUID about) {
    return open() && asked.equals(partner) && Objects.equals(sought, about);
  }

  /** Whether it is asked every day. */
  public boolean watch() {
    return watchUntil != null;
  }

  DaySecrets.Pair pair() {
    return new DaySecrets.Pair(organisation, asked);
  }
}
