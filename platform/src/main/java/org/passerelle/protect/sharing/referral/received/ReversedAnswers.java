package org.passerelle.protect.sharing.referral.received;

import java.time.Clock;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.referral.AnswersToReferrals;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handles an answer that its recipient changes, on the sender's side: a reversed acceptance, a
 * decline, also of what it had accepted, and a reversed decline. On the recipient's side handles
 * the answer of a sender that has already recorded a step or closed its case.
 */
@Component
public class ReversedAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Acceptances acceptances;
  private final AnswersToReferrals answers;
  private final ReferralMessages messages;
  private final CaseJournal journal;
  private final Outbox outbox;
  private final Clock clock;

  ReversedAnswers(
      JdbcClient db,
      Acceptances acceptances,
      AnswersToReferrals answers,
      ReferralMessages messages,
      CaseJournal journal,
      Outbox outbox,
      Clock clock) {
    this.db = db;
    this.acceptances = acceptances;
    this.answers = answers;
    this.messages = messages;
    this.journal = journal;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * On the sender's side: the referral waits for an answer again, or the sender has acted on it and
   * says so.
   */
  public void takenBack(Received message) {
    UUID id = ReferralReceiver.referral(message);
    if (acceptances.stands(id, message.recipient(), message.sender())) {
      outbox.put(answer(message, Acceptances.STANDS));
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

  /**
   * On the sender's side: a recipient cannot decline what it accepted once the sender has acted on
   * that: the person may be on the way, and a refused hand-over records no arrival. The decline has
   * no effect then, and the recipient is told so; refusing the message would hold back all that
   * follow it.
   */
  public void declined(Received message) {
    UUID id = ReferralReceiver.referral(message);
    if (acceptances.stands(
        id, /* sender= */ message.recipient(), /* recipient= */ message.sender())) {
      outbox.put(answer(message, Acceptances.STANDS));
      return;
    }
    answers.answered(
        message, "declined", JSON.readTree(message.payload()).path("reason").asString("other"));
  }

  /**
   * On the sender's side: the recipient reverses its refusal. If other organisations were asked for
   * the same service in the meantime, this side has acted on the refusal: it revokes the referral,
   * and both sides show that. A refusal that had no effect is not reversed either.
   */
  public void declineTakenBack(Received message) {
    UUID id = ReferralReceiver.referral(message);
    int open =
        db.sql(
                """
                update referral set state = 'sent', answer = null, answered_at = null
                 where id = :id and organisation = :recipient and recipient = :sender
                   and state = 'declined'
                   and not exists (select 1 from referral o
                                    where o.case_id = referral.case_id and o.id <> referral.id
                                      and o.service = referral.service
                                      and o.state in ('queued', 'sent', 'accepted', 'done'))
                """)
            .param("id", id)
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .update();
    if (open > 0) {
      answers.note(id, Declines.TAKEN_BACK);
    } else if (answers.gaveTo(message)
        && !acceptances.accepted(
            id, /* sender= */ message.recipient(), /* recipient= */ message.sender())) {
      outbox.put(answer(message, Referrals.REVOKED));
    }
  }

  /** A message without words to whoever wrote one about the referral. */
  private static Outbox.Outgoing answer(Received message, String type) {
    return new Outbox.Outgoing(
        type,
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
  public void stands(Received message) {
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
