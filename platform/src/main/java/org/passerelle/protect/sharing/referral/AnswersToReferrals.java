package org.passerelle.protect.sharing.referral;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.protect.sharing.referral.withdrawal.ErasedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.RetainedRows;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.Columns;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applies a recipient's answers to the sender's rows and case journal. */
@Component
public class AnswersToReferrals {
  /** Message types by which a recipient is told to stop using a dossier. */
  public static final Set<String> TAKING_BACK =
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
   * Records that a referral was accepted, declined or carried out.
   *
   * @param reason code of the reason for declining
   * @throws RejectedMessage if a service is reported as given without an acceptance
   */
  public void answered(Received message, String state, @Nullable String reason) {
    UUID id = ReferralReceiver.referral(message);
    if (state.equals("done") && awaited(message)) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "state");
    }
    int answered =
        db.sql(
                """
            update referral set state = :state, answer = :reason, answered_at = coalesce(answered_at, :now)
             where id = :id and recipient = :sender and state in ('queued', 'sent', 'accepted')
            """)
            .param("state", state)
            .param("reason", reason)
            .param("now", Columns.now(clock))
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
      // a sender that revoked it no longer reads answers, so the revocation cannot be undone
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
   * Records the confirmation of a withdrawal or an erasure. A confirmation that was not asked for
   * is ignored; otherwise a later withdrawal would count as confirmed although nobody has read it.
   *
   * @return whether a confirmation was expected
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

  /** Whether anything of the referral was recalled, under whichever name after a transfer. */
  private boolean asked(Received message) {
    return outbox.wasPut(ReferralReceiver.referral(message), TAKING_BACK);
  }

  /** The correction that the message confirms; an unknown identifier if it names none. */
  private static UUID correction(Received message) {
    String said = JSON.readTree(message.payload()).path("correction").asString("");
    return said.isEmpty() ? message.id() : UUID.fromString(said);
  }

  /** The recipient has corrected its own file. */
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
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("sender", message.sender())
            .param("recipient", message.recipient())
            .update();
    if (taken > 0) {
      note(id, Corrections.TAKEN);
    }
  }

  /**
   * The recipient states that a law forbids it to erase its own file. Accepted only from an
   * organisation that received something that was recalled.
   */
  void forbidden(Received message) {
    if (gaveTo(message) && asked(message)) {
      answeredTakingBack(message);
      retained.said(message);
      note(ReferralReceiver.referral(message), WithdrawalAnswers.FORBIDDEN);
    }
  }

  /**
   * Whether this organisation sent something to the one that answers, in a referral or an erasure.
   */
  public boolean gaveTo(Received message) {
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
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("sender", message.sender())
            .update();
    return confirmed || withdrawn > 0;
  }

  /** Adds an entry to the journal of the referral's case. */
  public void note(UUID referral, String kind) {
    db.sql("select case_id, service from referral where id = :id")
        .param("id", referral)
        .query(
            (row, i) -> new Noted(row.getObject("case_id", UUID.class), row.getString("service")))
        .optional()
        .ifPresent(n -> journal.addByHouse(n.caseId, kind, n.service, referral));
  }

  private record Noted(UUID caseId, String service) {}
}
