package org.passerelle.protect.referral;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Handles a reversed acceptance on the sender's side, and on the recipient's side the answer of a
 * sender that has already recorded a step or closed its case.
 */
@Component
class ReversedAcceptances implements Receiver {
  private final JdbcClient db;
  private final Acceptances acceptances;
  private final AnswersToReferrals answers;
  private final ReferralMessages messages;
  private final CaseJournal journal;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  ReversedAcceptances(
      JdbcClient db,
      Acceptances acceptances,
      AnswersToReferrals answers,
      ReferralMessages messages,
      CaseJournal journal,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.acceptances = acceptances;
    this.answers = answers;
    this.messages = messages;
    this.journal = journal;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(Acceptances.TAKEN_BACK, Acceptances.STANDS);
  }

  @Override
  public void receive(Received message) {
    if (message.type().equals(Acceptances.STANDS)) {
      stands(message);
    } else {
      takenBack(message);
    }
    audit.writeByHouse(
        message.recipient(),
        "message.received",
        "message",
        message.id(),
        Map.of("type", message.type()));
  }

  /**
   * On the sender's side: the referral waits for an answer again, or the sender has acted on it and
   * says so.
   */
  private void takenBack(Received message) {
    UUID id = ReferralReceiver.referral(message);
    if (acceptances.stands(id, message.recipient(), message.sender())) {
      outbox.put(standing(message));
      return;
    }
    int open =
        db.sql(
                """
                update referral set state = 'sent', answered_at = null
                 where id = :id and organisation = :recipient and recipient = :sender
                   and state = 'accepted'
                """)
            .param("id", id)
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .update();
    if (open > 0) {
      String why = ReferralMessages.words(message.payload());
      if (!why.isEmpty()) {
        messages.arrived(message, why);
      }
      answers.note(id, Acceptances.TAKEN_BACK);
    }
  }

  /** The answer that an acceptance stands, to whoever wrote a message about the referral. */
  static Outbox.Outgoing standing(Received message) {
    return new Outbox.Outgoing(
        Acceptances.STANDS,
        1,
        ReferralReceiver.referral(message),
        /* sender= */ message.recipient(),
        /* recipient= */ message.sender(),
        null,
        null,
        "{}");
  }

  private record Opened(UUID caseId, String service) {}

  /**
   * On the recipient's side: the referral counts as accepted again, from the time of the sender's
   * last step, after which the acceptance cannot be reversed.
   */
  private void stands(Received message) {
    UUID id = ReferralReceiver.referral(message);
    int accepted =
        db.sql(
                """
                update received_referral
                   set state = 'accepted',
                       answered_at = cast(:from as timestamp with time zone)
                 where id = :id and organisation = :recipient and sender = :sender
                   and state = 'open' and case_id is not null and withdrawn_at is null
                """)
            .param(
                "from",
                Columns.at(
                    acceptances
                        .lastStep(id, message.recipient(), message.sender())
                        .orElse(clock.instant())))
            .param("id", id)
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .update();
    if (accepted == 0) {
      acceptances.reopen(id, message.recipient(), message.sender());
    } else {
      db.sql("select case_id, service from received_referral where id = :id")
          .param("id", id)
          .query(Opened.class)
          .list()
          .forEach(one -> journal.addByHouse(one.caseId, Acceptances.STANDS, one.service, id));
    }
  }
}
