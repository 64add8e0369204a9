package org.passerelle.protect.handover;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as one of its two sides keeps it.
 *
 * @param id the same on both sides, and that of the referral which carries it
 * @param organisation whose view it is
 * @param other the other side
 * @param sends whether this side gives the case
 * @param caseId the case on this side, or null while the recipient has none
 * @param returns whether the person travels to the recipient's country
 * @param acknowledgeBy by when somebody of the recipient says that it is in hand
 * @param contact whom the sender may call, as the recipient said it; null before
 * @param answeredAt when it was accepted or declined
 * @param toDeputyAt when it was put before the deputy, since nobody had acknowledged it
 * @param toCountryAt when the national coordinator was told
 * @param stoppedAt since when the journey is stopped, since the return is not safe; null while not
 * @param missingAt since when it is known that the person did not arrive; null while not
 * @param foundAt when it was known that somebody who had not arrived is there; null while not
 * @param onPurpose whether it is meant that another country has the person, too
 * @param state {@code draft}, {@code open}, {@code refused}, {@code ended} (taken back, withdrawn
 *     or erased) or {@code closed}
 */
public record HandOver(
    UUID id,
    UUID organisation,
    UUID other,
    boolean sends,
    @Nullable UUID caseId,
    String purpose,
    boolean returns,
    boolean minor,
    Instant acknowledgeBy,
    Instant answerBy,
    Instant begunAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String contact,
    @Nullable Instant answeredAt,
    @Nullable Instant toDeputyAt,
    @Nullable Instant toCountryAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant missingAt,
    @Nullable Instant foundAt,
    boolean onPurpose,
    String state,
    @Nullable String outcome,
    @Nullable Instant closedAt) {

  /** As the other side has it, which has no case here. */
  HandOver mirrored() {
    return with(other, organisation, !sends, null, minor, state);
  }

  /** As a side has it from whom it was taken back, also while the giver's own goes on. */
  public HandOver takenBack() {
    return with(organisation, other, sends, caseId, minor, "ended");
  }

  /** The same for somebody who turned out to be a minor, or may be one. */
  HandOver asMinor() {
    return with(organisation, other, sends, caseId, true, state);
  }

  private HandOver with(
      UUID side,
      UUID across,
      boolean gives,
      @Nullable UUID file,
      boolean maybeMinor,
      String stands) {
    return new HandOver(
        id,
        side,
        across,
        gives,
        file,
        purpose,
        returns,
        maybeMinor,
        acknowledgeBy,
        answerBy,
        begunAt,
        acknowledgedAt,
        contact,
        answeredAt,
        toDeputyAt,
        toCountryAt,
        stoppedAt,
        missingAt,
        foundAt,
        onPurpose,
        stands,
        outcome,
        closedAt);
  }

  /** Whether it goes on. */
  public boolean open() {
    return state.equals("open");
  }

  /**
   * Whether the person did not arrive and nobody knows yet that they have, or were found: also when
   * the hand-over goes on no more, since that brings nobody back.
   */
  public boolean lost() {
    return missingAt != null;
  }

  /** Whether the journey is stopped, since it is not safe. */
  public boolean stopped() {
    return open() && stoppedAt != null;
  }

  /** Whether the recipient took the case. */
  public boolean accepted() {
    return answeredAt != null && !state.equals("refused");
  }

  /** Code of how it stands, for words of the reader's. */
  public String stands() {
    if (!open()) {
      return state;
    }
    return answeredAt != null ? "accepted" : acknowledgedAt != null ? "in_hand" : "waits";
  }

  /**
   * Whether this side records a step now. Before the recipient has the case it says only what it
   * finds out about the family there, which the risk is assessed by. That somebody was found is
   * said by either side for as long as they are missing, also when the hand-over is over.
   */
  public boolean offers(Step step) {
    if (step == Step.FOUND) {
      return lost();
    }
    return open()
        && step.isOf(sends)
        && step.concerns(this)
        && (sends || accepted() || step == Step.FAMILY_TRACING);
  }

  /** By when the recipient must say or do something next; null once it has the case. */
  public @Nullable Instant due() {
    if (!open() || answeredAt != null) {
      return null;
    }
    return acknowledgedAt == null ? acknowledgeBy : answerBy;
  }
}
