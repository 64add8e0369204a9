package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.urgency.StatedDanger;

/**
 * A hand-over as stored by one of its two sides.
 *
 * @param id identical on both sides and equal to that of the referral that carries it
 * @param organisation the side that stores this record
 * @param other the other side
 * @param sends whether this side sends the case
 * @param caseId the case on this side, or null while the recipient has none
 * @param danger what the sender stated to this side of danger; nothing on the sender's side, whose
 *     case says it
 * @param returns whether the person travels to the recipient's country
 * @param acknowledgeBy deadline for the recipient to acknowledge
 * @param contact whom the sender may call, as stated by the recipient; null until then
 * @param answeredAt when it was accepted or declined
 * @param toDeputyAt when it was escalated to the deputy because it had not been acknowledged
 * @param toCountryAt when it was escalated to the national coordinator
 * @param stoppedAt when the journey was stopped because the return is not safe; null if it is not
 *     stopped
 * @param missingAt when the person was reported as not arrived; null if they are not missing
 * @param foundAt when a missing person was reported found; null otherwise
 * @param awaitedOn when a person who set out is to arrive; null before, and once they arrived or
 *     were found, or the hand-over was closed
 * @param onPurpose whether it is intended that another country also has the person
 * @param state {@code draft}, {@code open}, {@code refused}, {@code ended} (revoked, erased, or
 *     withdrawn: at the sender only if it had not been answered) or {@code closed}
 * @param unconfirmedRecall whether the recipient has yet to confirm to this side that it no longer
 *     uses what was withdrawn or taken back
 */
public record HandOver(
    UUID id,
    UUID organisation,
    UUID other,
    boolean sends,
    @Nullable UUID caseId,
    StatedDanger danger,
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
    @Nullable LocalDate awaitedOn,
    boolean onPurpose,
    String state,
    @Nullable String outcome,
    @Nullable Instant closedAt,
    boolean unconfirmedRecall) {

  /** The hand-over from the other side's point of view, without a case. */
  HandOver mirrored() {
    return with(other, organisation, !sends, null, minor, state, false);
  }

  /** The hand-over from the side that it was revoked from, even while the sender's copy is open. */
  public HandOver takenBack() {
    return with(organisation, other, sends, caseId, minor, "ended", unconfirmedRecall);
  }

  /** A copy for a person who turned out to be, or may be, a minor. */
  HandOver asMinor() {
    return with(organisation, other, sends, caseId, true, state, unconfirmedRecall);
  }

  /** A copy of the sender's after a recall: nobody answers it any more. */
  HandOver recalled(boolean confirmed) {
    String stands = open() && answeredAt == null ? "ended" : state;
    return with(organisation, other, sends, caseId, minor, stands, !confirmed);
  }

  private HandOver with(
      UUID side,
      UUID across,
      boolean gives,
      @Nullable UUID file,
      boolean maybeMinor,
      String stands,
      boolean unconfirmed) {
    return new HandOver(
        id,
        side,
        across,
        gives,
        file,
        danger,
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
        awaitedOn,
        onPurpose,
        stands,
        outcome,
        closedAt,
        unconfirmed);
  }

  public boolean open() {
    return state.equals("open");
  }

  /**
   * Whether the person did not arrive and has not been found since. Stays true after the hand-over
   * is closed.
   */
  public boolean lost() {
    return missingAt != null;
  }

  /** Whether the person set out and nobody has reported yet that they arrived or were found. */
  public boolean underWay() {
    return awaitedOn != null;
  }

  /** Whether the day of the arrival is over and nobody has said what became of the person. */
  public boolean unconfirmed(Instant now) {
    return awaitedOn != null && Days.over(awaitedOn, now) && !lost();
  }

  /** Whether the journey is stopped because it is not safe, also after the basis ended. */
  public boolean stopped() {
    return stoppedAt != null && (open() || state.equals("ended"));
  }

  /** Whether the recipient accepted the case. */
  public boolean accepted() {
    return answeredAt != null && !state.equals("refused");
  }

  /** Status code, to be translated for the reader. */
  public String stands() {
    if (!open()) {
      return state;
    }
    return answeredAt != null ? "accepted" : acknowledgedAt != null ? "in_hand" : "waits";
  }

  /**
   * Whether this side may record a step now. Before acceptance the recipient can record only family
   * tracing, which the risk assessment needs. While a person is missing or on the way, where they
   * are can be recorded even after the hand-over is over.
   */
  public boolean offers(Step step) {
    if (!step.isOf(sends)) {
      return false;
    }
    if (step == Step.FOUND) {
      return lost();
    }
    return open()
        ? step.concerns(this) && (sends || accepted() || step == Step.FAMILY_TRACING)
        : offersWhenOver(step);
  }

  private boolean offersWhenOver(Step step) {
    return switch (step) {
      case ARRIVED -> underWay() || lost();
      case NOT_ARRIVED -> underWay() && !lost();
      default -> false;
    };
  }

  /** Deadline of the recipient's next response; null once it has accepted. */
  public @Nullable Instant due() {
    if (!open() || answeredAt != null) {
      return null;
    }
    return acknowledgedAt == null ? acknowledgeBy : answerBy;
  }
}
