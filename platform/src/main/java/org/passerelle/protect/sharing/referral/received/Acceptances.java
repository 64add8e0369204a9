package org.passerelle.protect.sharing.referral.received;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.referral.message.MessageWithoutCase;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a recipient reverse its acceptance, with a reason in words, until the sender has acted on
 * it. The referral is open again; the case opened from it is reused if it is accepted again, or
 * removed if it is declined. Only the sender's side knows whether it has acted; a sender that has
 * answers that the acceptance stands, and both sides show that.
 */
@Service
public class Acceptances {
  /** Message type and log action of a reversed acceptance. */
  public static final String TAKEN_BACK = "referral.acceptance-taken-back";

  /** Message type by which a sender that has already acted answers. */
  public static final String STANDS = "referral.acceptance-stands";

  private final AcceptanceRows rows;
  private final ReceivedReferrals received;
  private final ReferralMessages messages;
  private final Addressees organisations;
  private final CaseJournal journal;
  private final Reopening reopening;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Acceptances(
      AcceptanceRows rows,
      ReceivedReferrals received,
      ReferralMessages messages,
      Addressees organisations,
      CaseJournal journal,
      Reopening reopening,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.received = received;
    this.messages = messages;
    this.organisations = organisations;
    this.journal = journal;
    this.reopening = reopening;
    this.audit = audit;
    this.events = events;
  }

  /** Whether an acceptance can be reversed as far as this side knows. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(ReceivedReferral found) {
    return found.state().equals("accepted")
        && found.withdrawnAt() == null
        && organisations.takes(found.sender(), TAKEN_BACK)
        && !rows.wentOn(found.id(), found.organisation());
  }

  /** The same for a referral that the reader may see. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(UUID id, SignedIn who) {
    return canTakeBack(received.find(id, who));
  }

  /**
   * Reverses an acceptance. The referral is open again unless the sender answers that the
   * acceptance stands.
   *
   * @param why reason in words, without information about the person
   * @throws Refused if it is not accepted, has been acted on, or the sender cannot be told
   */
  @Transactional
  public void takeBack(UUID id, String why, SignedIn who) {
    String words = messages.why(why, who.organisation());
    ReceivedReferral found = received.find(id, who);
    if (!canTakeBack(found)) {
      throw new Refused("referral.refused.gone-on").at("why");
    }
    if (reopening.open(
        found,
        "accepted",
        ReceivedReferrals.ACCEPTED,
        () -> new Refused("referral.refused.gone-on").at("why"))) {
      received.tell(found, TAKEN_BACK, ReferralMessages.asWords(words));
    }
    UUID caseId = found.caseId();
    if (caseId != null) {
      journal.add(caseId, TAKEN_BACK, found.service(), id, who);
    }
    audit.write(who, TAKEN_BACK, "referral", id, Map.of());
  }

  /**
   * What was declined after its acceptance was reversed waits for an answer again, because the
   * sender had acted on the acceptance; those who may answer are told.
   */
  void reopen(UUID id, UUID recipient, UUID sender) {
    if (rows.reopen(id, recipient, sender)) {
      events.publishEvent(new MessageWithoutCase(recipient, id, STANDS));
    }
  }

  /**
   * Called before a referral is declined whose acceptance was reversed. The case opened from it
   * holds only a copy of the dossier and is removed. A case that existed before is kept and loses
   * its link to the referral.
   *
   * @return whether there was a case to leave, which cannot be undone
   * @throws Refused if somebody has worked in the case
   */
  boolean leave(ReceivedReferral found, SignedIn who) {
    UUID caseId = found.caseId();
    if (caseId == null) {
      return false;
    }
    boolean joined = rows.joined(found);
    if (!joined && rows.workedIn(caseId, found.id())) {
      throw new Refused("referral.refused.worked-in").at("why");
    }
    if (rows.leave(found, caseId) && !joined) {
      events.publishEvent(new CaseAbandoned(caseId, who));
    }
    return true;
  }

  /**
   * The message of a letterbox reader who reverses an acceptance.
   *
   * @param sender on whose node the letterbox is
   * @throws Refused if the reason is too short or names a shelter, or the sender has acted on the
   *     acceptance
   */
  String said(UUID id, String why, UUID sender) {
    String words = messages.why(why, sender);
    if (senderWentOn(id, sender)) {
      throw new Refused("referral.refused.gone-on").at("why");
    }
    return ReferralMessages.asWords(words);
  }

  /**
   * Whether the sender has acted on an acceptance by recording a step or closing its case. Locks
   * the hand-over, so that no step is recorded until the transaction ends.
   */
  boolean senderWentOn(UUID id, UUID sender) {
    return rows.senderWentOn(id, sender);
  }

  /** Whether something is accepted and its sender has acted on that, so that it stays accepted. */
  boolean stands(UUID id, UUID sender, UUID recipient) {
    return senderWentOn(id, sender) && accepted(id, sender, recipient);
  }

  /** Whether something is accepted on its sender's side. */
  boolean accepted(UUID id, UUID sender, UUID recipient) {
    return rows.accepted(id, sender, recipient);
  }

  /** When a sender recorded the last step of what it sent, as its recipient has it. */
  Optional<Instant> lastStep(UUID id, UUID recipient, UUID sender) {
    return rows.lastStep(id, recipient, sender);
  }
}
