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

  /** Whether an acceptance can be taken back as far as this side knows. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(ReceivedReferral found) {
    return found.state().equals("accepted")
        && found.withdrawnAt() == null
        && organisations.takes(found.sender(), TAKEN_BACK)
        && !wentOn(found.id(), found.organisation());
  }

  /** The same of one that the reader may see. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(UUID id, SignedIn who) {
    return canTakeBack(received.find(id, who));
  }

  /** Whether either side has recorded a step since, as far as this side knows, or ended it. */
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

  /** Whether it was taken up in a case that was here before. */
  private boolean joined(ReceivedReferral found) {
    return db.sql("select joined from received_referral where id = :id and organisation = :here")
        .param("id", found.id())
        .param("here", found.organisation())
        .query(Boolean.class)
        .single();
  }

  /** Whether anything was recorded in a case, or of its person, but that it was opened. */
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
