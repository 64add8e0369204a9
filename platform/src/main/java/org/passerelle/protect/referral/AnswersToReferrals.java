package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.NotTaken;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a recipient answers about a referral, in the sender's rows and journal. */
@Component
class AnswersToReferrals {
  private static final Set<String> TAKING_BACK =
      Set.of(Referrals.REVOKED, "consent.withdrawn", "person.erased");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final CaseJournal journal;
  private final RetainedRows retained;
  private final ReferralMessages messages;
  private final Outbox outbox;
  private final Undo undo;
  private final ErasedReferrals erased;
  private final Clock clock;

  AnswersToReferrals(
      JdbcClient db,
      CaseJournal journal,
      RetainedRows retained,
      ReferralMessages messages,
      Outbox outbox,
      Undo undo,
      ErasedReferrals erased,
      Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.db = db;
    this.journal = journal;
    this.retained = retained;
    this.undo = undo;
    this.erased = erased;
    this.clock = clock;
  }

  /**
   * Accepted, declined or done.
   *
   * @param reason code why it was declined
   * @throws NotTaken if a service is said to be given that nobody has accepted
   */
  void answered(Received message, String state, @Nullable String reason) {
    UUID id = ReferralReceiver.referral(message);
    if (state.equals("done") && awaited(message)) {
      throw new NotTaken(NotTaken.Why.CONTENT, "state");
    }
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
      String why = ReferralMessages.words(message.payload());
      if (!why.isEmpty()) {
        messages.arrived(message, why);
      }
      note(id, "referral." + state);
    } else {
      // whoever took it back reads no answer any more, so that it cannot stand as before
      undo.over(Referrals.REVOKED, id);
    }
  }

  private boolean awaited(Received message) {
    return db.sql(
                """
                select count(*) from referral
                 where id = :id and organisation = :recipient and recipient = :sender
                   and state in ('queued', 'sent')
                """)
            .param("id", ReferralReceiver.referral(message))
            .param("recipient", message.recipient())
            .param("sender", message.sender())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * The recipient takes its refusal back. Where others were asked for the same meanwhile, this side
   * has gone on: it takes the referral back, and both say the same.
   */
  void declineTakenBack(Received message) {
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
      note(id, Declines.TAKEN_BACK);
    } else if (gaveTo(message)) {
      outbox.put(
          new Outbox.Outgoing(
              Referrals.REVOKED,
              1,
              id,
              /* sender= */ message.recipient(),
              /* recipient= */ message.sender(),
              null,
              null,
              "{}"));
    }
  }

  /**
   * A withdrawal or an erasure has been confirmed. Who was not asked to confirm anything confirms
   * nothing: a withdrawal of later would stand as confirmed that nobody has read.
   *
   * @return whether it was asked for
   */
  boolean acknowledged(Received message) {
    if (!asked(message)) {
      return false;
    }
    UUID id = ReferralReceiver.referral(message);
    boolean first = answeredTakingBack(message);
    boolean wasKept = gaveTo(message) && retained.over(id, message.recipient());
    if (first || wasKept) {
      note(id, WithdrawalAnswers.ACKNOWLEDGED);
    }
    return true;
  }

  /** Whether something of it was taken back; under which name, once it moved, does not matter. */
  private boolean asked(Received message) {
    return outbox.wasPut(ReferralReceiver.referral(message), TAKING_BACK);
  }

  /** Which correction is meant; none that was made if it does not say. */
  private static UUID correction(Received message) {
    String said = JSON.readTree(message.payload()).path("correction").asString("");
    return said.isEmpty() ? message.id() : UUID.fromString(said);
  }

  /** The recipient put its own file right. */
  void correctionTaken(Received message) {
    UUID id = ReferralReceiver.referral(message);
    int taken =
        db.sql(
                """
                update referral set correction_taken_at = :now
                 where id = :id and recipient = :sender and organisation = :recipient
                   and correction = :correction and correction_taken_at is null
                """)
            .param("correction", correction(message))
            .param("now", now())
            .param("id", id)
            .param("sender", message.sender())
            .param("recipient", message.recipient())
            .update();
    if (taken > 0) {
      note(id, Corrections.TAKEN);
    }
  }

  /**
   * A law forbids the recipient to erase its own file. Only whoever got something that was taken
   * back can say so.
   */
  void forbidden(Received message) {
    if (gaveTo(message) && asked(message)) {
      answeredTakingBack(message);
      retained.said(message);
      note(ReferralReceiver.referral(message), WithdrawalAnswers.FORBIDDEN);
    }
  }

  /** Whether the recipient of a message, or an erasure of its, gave something to the sender. */
  boolean gaveTo(Received message) {
    UUID id = ReferralReceiver.referral(message);
    return erased.gave(id, message.recipient(), message.sender())
        || db.sql(
                    """
                    select count(*) from referral
                     where id = :id and organisation = :recipient and recipient = :sender
                    """)
                .param("id", id)
                .param("recipient", message.recipient())
                .param("sender", message.sender())
                .query(Integer.class)
                .single()
            > 0;
  }

  private boolean answeredTakingBack(Received message) {
    UUID id = ReferralReceiver.referral(message);
    boolean confirmed = erased.acknowledged(id, message.sender());
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
    return confirmed || withdrawn > 0;
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
