package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hand-overs to other countries, on either side. The first message is the dossier of a referral,
 * selected field by field and judged by the same rules; acceptance, refusal, questions, revocation
 * and withdrawal are also handled by the referral. This class keeps what is recorded along the way.
 */
@Service
public class CrossBorderHandOvers {
  private final HandOverRows rows;
  private final StepRows steps;
  private final StepPrerequisites gates;
  private final HandOverPost post;
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Cases cases;
  private final AuditLog audit;

  CrossBorderHandOvers(
      HandOverRows rows,
      StepRows steps,
      StepPrerequisites gates,
      HandOverPost post,
      Referrals referrals,
      ReceivedReferrals received,
      Cases cases,
      AuditLog audit) {
    this.rows = rows;
    this.steps = steps;
    this.gates = gates;
    this.post = post;
    this.referrals = referrals;
    this.received = received;
    this.cases = cases;
    this.audit = audit;
  }

  /**
   * A request to another country.
   *
   * @param returns whether the person is to travel there
   * @param acknowledgeBy deadline for the recipient to acknowledge the hand-over
   * @param answerBy deadline for the recipient to accept or decline
   * @param alsoElsewhere whether it is intended that another country also has the person
   */
  public record Draft(
      UUID recipient,
      String purpose,
      boolean returns,
      Instant acknowledgeBy,
      Instant answerBy,
      String request,
      boolean alsoElsewhere) {

    /** A request to a single country. */
    public Draft(
        UUID recipient,
        String purpose,
        boolean returns,
        Instant acknowledgeBy,
        Instant answerBy,
        String request) {
      this(recipient, purpose, returns, acknowledgeBy, answerBy, request, false);
    }
  }

  /**
   * Begins a hand-over; nothing is sent yet. The dossier is selected and sent as for any referral.
   *
   * @return identifier of the hand-over and of its referral
   */
  @Transactional
  public UUID begin(UUID caseId, Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.answerBy.isBefore(draft.acknowledgeBy)) {
      throw new Refused("handover.refused.answer-first").at("answer");
    }
    gates.beginning(caseId, who.organisation(), draft.recipient, draft.alsoElsewhere);
    UUID id =
        referrals.draft(
            caseId,
            new Referral.Draft(
                draft.recipient, Referrals.HAND_OVER, draft.purpose, draft.answerBy, draft.request),
            who);
    rows.insert(
        id,
        who.organisation(),
        draft.recipient,
        true,
        draft.purpose,
        new Dossier.HandOver(draft.returns, draft.acknowledgeBy.toString()),
        file.minor(),
        draft.answerBy);
    if (draft.alsoElsewhere) {
      rows.onPurpose(id, who.organisation());
    }
    return id;
  }

  /**
   * Finds a hand-over that the reader may open.
   *
   * @throws NotFound if no such hand-over is visible to them
   */
  @Transactional(readOnly = true)
  public HandOver find(UUID id, SignedIn who) {
    HandOver found = rows.find(id, who.organisation()).orElseThrow(NotFound::new);
    if (!found.sends()) {
      received.find(id, who);
      return found;
    }
    referrals.find(id, who);
    // the person may since have turned out to be a minor
    UUID file = found.caseId();
    return file != null && cases.find(file, who).minor() ? found.asMinor() : found;
  }

  /** Hand-overs of a case, newest first. */
  @Transactional(readOnly = true)
  public List<HandOver> ofCase(UUID caseId, SignedIn who) {
    return rows.ofCase(caseId, who);
  }

  /** Hand-overs that the reader may open, newest first. */
  @Transactional(readOnly = true)
  public List<HandOver> mine(SignedIn who, int limit) {
    return rows.mine(who, limit);
  }

  /**
   * Status of the hand-overs of the reader's country, for the national coordinator; without their
   * contents.
   */
  @Transactional(readOnly = true)
  public List<HandOver> ofCountry(SignedIn who, int limit) {
    return who.is(Role.NATIONAL_COORDINATOR) ? rows.ofCountry(who, limit) : List.of();
  }

  /** Steps recorded by both sides, oldest first; reading them is logged. */
  @Transactional
  public List<RecordedStep> steps(HandOver handOver, SignedIn who) {
    audit.write(who, "handover.read", "referral", handOver.id(), Map.of());
    // a recipient who declined no longer sees what it was told about the person
    return !handOver.sends() && handOver.state().equals("refused") ? List.of() : steps.of(handOver);
  }

  /**
   * Acknowledges a hand-over on behalf of the recipient.
   *
   * @param contact whom the sender may call: a function and a telephone number
   */
  @Transactional
  public void acknowledge(UUID id, String contact, SignedIn who) {
    HandOver found = received(id, who);
    gates.noShelter(found, contact, "contact");
    if (!rows.acknowledge(found, contact)) {
      throw new Refused("handover.refused.in-hand");
    }
    post.say(
        found, HandOverMessages.ACKNOWLEDGED, new HandOverMessages.Acknowledged(contact), null);
    audit.write(who, "handover.acknowledged", "referral", id, Map.of());
  }

  /**
   * Records a step and tells the other side.
   *
   * @throws Refused if a prerequisite is missing or the step belongs to the other side
   */
  @Transactional
  public void record(UUID id, RecordedStep.Draft draft, SignedIn who) {
    rows.hold(id, who.organisation());
    HandOver found = find(id, who);
    gates.check(found, RecordedStep.newest(steps.of(found)), draft);
    post.step(found, draft, who);
    audit.write(
        who,
        "handover.step",
        "referral",
        id,
        Map.of("step", draft.step().code(), "state", draft.state()));
  }

  /** Closes a hand-over on the recipient's side: its purpose has been reached, or cannot be. */
  @Transactional
  public void close(UUID id, String outcome, SignedIn who) {
    rows.hold(id, who.organisation());
    HandOver found = received(id, who);
    if (!found.accepted()) {
      throw new Refused("handover.refused.not-accepted");
    }
    gates.closing(found, RecordedStep.newest(steps.of(found)), outcome);
    UUID told =
        post.say(found, HandOverMessages.CLOSED, new HandOverMessages.Closed(outcome), null);
    if (!rows.close(found, outcome, told)) {
      throw new Refused("handover.refused.over");
    }
    audit.write(who, "handover.closed", "referral", id, Map.of("outcome", outcome));
  }

  private HandOver received(UUID id, SignedIn who) {
    HandOver found = find(id, who);
    if (found.sends()) {
      throw new NotFound();
    }
    if (!found.open()) {
      throw new Refused("handover.refused.over");
    }
    return found;
  }
}
