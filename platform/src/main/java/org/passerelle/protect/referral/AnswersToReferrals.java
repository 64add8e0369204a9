package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Received;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a recipient answers about a referral, in the sender's rows and journal. */
@Component
class AnswersToReferrals {
  private final JdbcClient db;
  private final CaseJournal journal;
  private final Clock clock;

  AnswersToReferrals(JdbcClient db, CaseJournal journal, Clock clock) {
    this.db = db;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Accepted, declined or done.
   *
   * @param reason code why it was declined
   */
  void answered(Received message, String state, @Nullable String reason) {
    UUID id = ReferralReceiver.referral(message);
    int answered =
        db.sql(
                """
            update referral set state = :state, answer = :reason, answered_at = coalesce(answered_at, :now)
             where id = :id and recipient = :sender and state in ('queued', 'sent', 'accepted')
            """)
            .param("state", state)
            .param("reason", reason)
            .param("now", now())
            .param("id", id)
            .param("sender", message.sender())
            .update();
    if (answered > 0) {
      note(id, "referral." + state);
    }
  }

  /** A withdrawal or an erasure has been confirmed. */
  void acknowledged(Received message) {
    UUID id = ReferralReceiver.referral(message);
    int erased =
        db.sql(
                """
            update erasure_recipient set acknowledged_at = :now
             where referral = :id and recipient = :sender and acknowledged_at is null
            """)
            .param("now", now())
            .param("id", id)
            .param("sender", message.sender())
            .update();
    int withdrawn =
        db.sql(
                """
            update referral set withdrawal_acknowledged_at = :now
             where id = :id and recipient = :sender and withdrawal_acknowledged_at is null
            """)
            .param("now", now())
            .param("id", id)
            .param("sender", message.sender())
            .update();
    if (erased + withdrawn > 0) {
      note(id, "consent.withdrawal-acknowledged");
    }
  }

  /** A line in the journal of the case that the referral is about. */
  void note(UUID referral, String kind) {
    db.sql("select case_id, service from referral where id = :id")
        .param("id", referral)
        .query(
            (row, i) -> new Noted(row.getObject("case_id", UUID.class), row.getString("service")))
        .optional()
        .ifPresent(n -> journal.addByHouse(n.caseId, kind, n.service, referral));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private record Noted(UUID caseId, String service) {}
}
