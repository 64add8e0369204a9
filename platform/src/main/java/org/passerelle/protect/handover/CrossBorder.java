package org.passerelle.protect.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.referral.Dossier;
import org.passerelle.protect.referral.ReceivedReferrals;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.Referrals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hand-overs to other countries, on either side. What travels at first is a referral's dossier,
 * chosen field by field and judged by the same rules; acceptance, refusal, questions, revocation
 * and withdrawal are the referral's, too. What is recorded on the way stands here.
 */
@Service
public class CrossBorder {
  private final HandOverRows rows;
  private final StepRows steps;
  private final Gates gates;
  private final HandOverPost post;
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Cases cases;
  private final AuditLog audit;

  CrossBorder(
      HandOverRows rows,
      StepRows steps,
      Gates gates,
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
   * What is asked of another country.
   *
   * @param returns whether the person is to travel there
   * @param acknowledgeBy by when somebody there says that it is in hand
   * @param answerBy by when it is accepted or declined
   * @param alsoElsewhere whether it is meant that another country has the person, too
   */
  public record Draft(
      UUID recipient,
      String purpose,
      boolean returns,
      Instant acknowledgeBy,
      Instant answerBy,
      String request,
      boolean alsoElsewhere) {

    /** To one country alone. */
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
   * Begins one; nothing leaves. What goes with it is chosen and sent as with every referral.
   *
   * @return identifier, also of the referral
   */
  @Transactional
  public UUID begin(UUID caseId, Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.answerBy.isBefore(draft.acknowledgeBy)) {
      throw new Refused("crossborder.refused.answer-first").at("answer");
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
   * One that the reader may open.
   *
   * @throws NotFound if there is none for them
   */
  @Transactional(readOnly = true)
  public HandOver find(UUID id, SignedIn who) {
    HandOver found = rows.find(id, who.organisation()).orElseThrow(NotFound::new);
    if (!found.sends()) {
      received.find(id, who);
      return found;
    }
    referrals.find(id, who);
    // a case may have turned out to be a minor's since
    UUID file = found.caseId();
    return file != null && cases.find(file, who).minor() ? found.asMinor() : found;
  }

  /** Those of a case, the newest first. */
  @Transactional(readOnly = true)
  public List<HandOver> ofCase(UUID caseId, SignedIn who) {
    return rows.ofCase(caseId, who);
  }

  /** Those that the reader may open, the newest first. */
  @Transactional(readOnly = true)
  public List<HandOver> mine(SignedIn who, int limit) {
    return rows.mine(who, limit);
  }

  /**
   * How those of the reader's country stand, for whoever coordinates it; nothing of what is in
   * them.
   */
  @Transactional(readOnly = true)
  public List<HandOver> ofCountry(SignedIn who, int limit) {
    return who.is(Role.NATIONAL_COORDINATOR) ? rows.ofCountry(who, limit) : List.of();
  }

  /** What both sides recorded, the oldest first; the look is logged. */
  @Transactional
  public List<Taken> steps(HandOver handOver, SignedIn who) {
    audit.write(who, "handover.read", "referral", handOver.id(), Map.of());
    // whoever declined it no longer reads what was told of the person
    return !handOver.sends() && handOver.state().equals("refused") ? List.of() : steps.of(handOver);
  }

  /**
   * The recipient says that it is in hand.
   *
   * @param contact whom the sender may call: a function and a telephone
   */
  @Transactional
  public void acknowledge(UUID id, String contact, SignedIn who) {
    HandOver found = received(id, who);
    gates.noShelter(found, contact, "contact");
    if (!rows.acknowledge(found, contact)) {
      throw new Refused("crossborder.refused.in-hand");
    }
    post.say(
        found, HandOverMessages.ACKNOWLEDGED, new HandOverMessages.Acknowledged(contact), null);
    audit.write(who, "handover.acknowledged", "referral", id, Map.of());
  }

  /**
   * Records a step and tells the other side.
   *
   * @throws Refused if something must be done before, or it is the other side's
   */
  @Transactional
  public void record(UUID id, Taken.Draft draft, SignedIn who) {
    rows.hold(id, who.organisation());
    HandOver found = find(id, who);
    gates.check(found, Taken.newest(steps.of(found)), draft);
    post.step(found, draft, who);
    audit.write(
        who,
        "handover.step",
        "referral",
        id,
        Map.of("step", draft.step().code(), "state", draft.state()));
  }

  /** The recipient ends it: what it was for has been reached, or cannot be. */
  @Transactional
  public void close(UUID id, String outcome, SignedIn who) {
    rows.hold(id, who.organisation());
    HandOver found = received(id, who);
    if (!found.accepted()) {
      throw new Refused("crossborder.refused.not-accepted");
    }
    gates.closing(found, Taken.newest(steps.of(found)), outcome);
    if (!rows.close(id, who.organisation(), outcome)) {
      throw new Refused("crossborder.refused.over");
    }
    post.say(found, HandOverMessages.CLOSED, new HandOverMessages.Closed(outcome), null);
    audit.write(who, "handover.closed", "referral", id, Map.of("outcome", outcome));
  }

  private HandOver received(UUID id, SignedIn who) {
    HandOver found = find(id, who);
    if (found.sends()) {
      throw new NotFound();
    }
    if (!found.open()) {
      throw new Refused("crossborder.refused.over");
    }
    return found;
  }
}
