package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was accepted is taken back by whoever accepted it, with why in words, until the sender has
 * gone on from it. It is open again, with the case that was opened from it, which is taken up again
 * or goes when it is declined. Whether the sender has gone on, its side alone knows: one that has
 * answers that the acceptance stands, and both say so.
 */
@Service
public class Acceptances {
  /** Kind of the message, and of the line in the log, that an acceptance is taken back. */
  public static final String TAKEN_BACK = "referral.acceptance-taken-back";

  /** Kind of the message by which a sender that has gone on answers. */
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

  /** Whether an acceptance can be taken back as far as this side knows. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(ReceivedReferral found) {
    return found.state().equals("accepted")
        && found.withdrawnAt() == null
        && organisations.takes(found.sender(), TAKEN_BACK)
        && !rows.wentOn(found.id(), found.organisation());
  }

  /** The same of one that the reader may see. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(UUID id, SignedIn who) {
    return canTakeBack(received.find(id, who));
  }

  /**
   * Takes an acceptance back: it is open again, unless the sender answers that it stands.
   *
   * @param why in words; nothing of the person
   * @throws Refused if it is none any more, has been gone on from, or the sender cannot be told
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
   * Asked before something is declined whose acceptance was taken back: the case that was opened
   * from it, in which nobody has worked, holds nothing but a copy of the dossier and goes. One that
   * was here before stays and has nothing to do with it any more.
   *
   * @throws Refused if somebody has worked in it
   */
  void leave(ReceivedReferral found, SignedIn who) {
    UUID caseId = found.caseId();
    if (caseId == null) {
      return;
    }
    boolean joined = rows.joined(found);
    if (!joined && rows.workedIn(caseId, found.id())) {
      throw new Refused("referral.refused.worked-in").at("why");
    }
    if (rows.leave(found, caseId) && !joined) {
      events.publishEvent(new CaseLeft(caseId, who));
    }
  }

  /**
   * An acceptance taken back by the reader of a letterbox, as it travels.
   *
   * @param sender in whose house the letterbox stands
   * @throws Refused if the words say nothing or name a shelter, or the sender has gone on
   */
  String said(UUID id, String why, UUID sender) {
    String words = messages.why(why, sender);
    if (senderWentOn(id, sender)) {
      throw new Refused("referral.refused.gone-on").at("why");
    }
    return ReferralMessages.asWords(words);
  }

  /**
   * Whether a sender has gone on from an acceptance: it recorded a step since, or its case is
   * closed. Whoever records a step of it waits until the transaction ends.
   */
  boolean senderWentOn(UUID id, UUID sender) {
    return rows.senderWentOn(id, sender);
  }

  /** When a sender recorded the last step of what it sent, as its recipient has it. */
  Optional<Instant> lastStep(UUID id, UUID recipient, UUID sender) {
    return rows.lastStep(id, recipient, sender);
  }
}
