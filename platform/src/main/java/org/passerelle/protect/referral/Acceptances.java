package org.passerelle.protect.referral;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient db;
  private final ReceivedReferrals received;
  private final ReferralMessages messages;
  private final Addressees organisations;
  private final CaseJournal journal;
  private final Reopening reopening;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Acceptances(
      JdbcClient db,
      ReceivedReferrals received,
      ReferralMessages messages,
      Addressees organisations,
      CaseJournal journal,
      Reopening reopening,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.db = db;
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
        && !wentOn(found.id(), found.organisation());
  }

  /** The same for a referral that the reader may see. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(UUID id, SignedIn who) {
    return canTakeBack(received.find(id, who));
  }

  /**
   * Whether either side has since recorded a step or ended the referral, as far as this side knows.
   */
  private boolean wentOn(UUID id, UUID organisation) {
    return db.sql(
                """
                select (select count(*) from hand_over_step s
                         where s.hand_over = q.id and s.organisation = q.organisation
                           and (s.at > q.answered_at
                                or (s.at = q.answered_at and s.author = q.sender)))
                     + (select count(*) from hand_over h
                         where h.id = q.id and h.organisation = q.organisation
                           and h.closed_at is not null)
                  from received_referral q where q.id = :id and q.organisation = :organisation
                """)
            .param("id", id)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
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
   * Called before a referral is declined whose acceptance was reversed. The case opened from it
   * holds only a copy of the dossier and is removed. A case that existed before is kept and loses
   * its link to the referral.
   *
   * @throws Refused if somebody has worked in the case
   */
  void leave(ReceivedReferral found, SignedIn who) {
    UUID caseId = found.caseId();
    if (caseId == null) {
      return;
    }
    boolean joined = joined(found);
    if (!joined && workedIn(caseId, found.id())) {
      throw new Refused("referral.refused.worked-in").at("why");
    }
    int loose =
        db.sql(
                """
                update received_referral set case_id = null, joined = false
                 where id = :id and case_id = :case
                """)
            .param("id", found.id())
            .param("case", caseId)
            .update();
    if (loose > 0 && !joined) {
      events.publishEvent(new CaseLeft(caseId, who));
    }
  }

  /** Whether the referral was joined to a case that existed before. */
  private boolean joined(ReceivedReferral found) {
    return db.sql("select joined from received_referral where id = :id and organisation = :here")
        .param("id", found.id())
        .param("here", found.organisation())
        .query(Boolean.class)
        .single();
  }

  /** Whether anything besides its opening was recorded in the case or about its person. */
  private boolean workedIn(UUID caseId, UUID dossier) {
    return db.sql(
                """
                select (select count(*) from case_event e
                         where e.case_id = c.id and e.by_user is not null
                           and e.kind not in ('case.opened', :back))
                     + (select count(*) from protect_case o
                         where o.person = c.person and o.id <> c.id)
                     + (select count(*) from case_role r
                         where r.person = c.person and r.case_id <> c.id)
                     + (select count(*) from referral r where r.case_id = c.id)
                     + (select count(*) from received_referral q
                         where q.case_id = c.id and q.id <> :dossier)
                  from protect_case c where c.id = :case
                """)
            .param("back", TAKEN_BACK)
            .param("case", caseId)
            .param("dossier", dossier)
            .query(Integer.class)
            .single()
        > 0;
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
    db.sql("select id from hand_over where id = :id and organisation = :sender for update")
        .param("id", id)
        .param("sender", sender)
        .query(UUID.class)
        .list();
    return db.sql(
                """
                select count(*) from referral r join protect_case c on c.id = r.case_id
                 where r.id = :id and r.organisation = :sender
                   and (c.state = 'closed'
                        or exists (select 1 from hand_over_step s
                                    where s.hand_over = r.id and s.organisation = r.organisation
                                      and s.author = r.organisation and s.at >= r.answered_at))
                """)
            .param("id", id)
            .param("sender", sender)
            .query(Integer.class)
            .single()
        > 0;
  }
}
