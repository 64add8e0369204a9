package org.passerelle.protect.sharing.referral.received;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.referral.StepsOfReferral;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether either side has gone on from an acceptance, and what was recorded in its case. */
@Component
class AcceptanceRows {
  private final JdbcClient db;
  private final StepsOfReferral steps;

  AcceptanceRows(JdbcClient db, StepsOfReferral steps) {
    this.db = db;
    this.steps = steps;
  }

  private record Answered(@Nullable Instant at, UUID sender) {}

  private record Accepted(@Nullable Instant at, boolean closed) {}

  /** Whether either side has recorded a step since, as far as this side knows, or ended it. */
  boolean wentOn(UUID id, UUID organisation) {
    Answered answered =
        db.sql(
                """
                select answered_at, sender from received_referral
                 where id = :id and organisation = :organisation
                """)
            .param("id", id)
            .param("organisation", organisation)
            .query(
                (row, i) ->
                    new Answered(
                        Columns.instantOrNull(row, "answered_at"),
                        row.getObject("sender", UUID.class)))
            .single();
    return steps.closed(id, organisation)
        || (answered.at != null
            && (steps.recordedAfter(id, organisation, answered.at)
                || steps.recordedSince(id, organisation, answered.sender, answered.at)));
  }

  /**
   * Whether a sender has gone on: it recorded a step since, or its case is closed. Whoever records
   * a step of it waits until the transaction ends.
   */
  boolean senderWentOn(UUID id, UUID sender) {
    steps.hold(id, sender);
    return db.sql(
            """
            select r.answered_at, c.state = 'closed' as closed
              from referral r join case_outline c on c.id = r.case_id
             where r.id = :id and r.organisation = :sender
            """)
        .param("id", id)
        .param("sender", sender)
        .query(
            (row, i) ->
                new Accepted(Columns.instantOrNull(row, "answered_at"), row.getBoolean("closed")))
        .optional()
        .filter(
            one ->
                one.closed || (one.at != null && steps.recordedSince(id, sender, sender, one.at)))
        .isPresent();
  }

  /** Whether it counts as accepted on its sender's side, also if it has been carried out since. */
  boolean accepted(UUID id, UUID sender, UUID recipient) {
    return db.sql(
                """
                select count(*) from referral
                 where id = :id and organisation = :sender and recipient = :recipient
                   and state in ('accepted', 'done')
                """)
            .param("id", id)
            .param("sender", sender)
            .param("recipient", recipient)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Opens what was declined and has no case any more; whether it was. */
  boolean reopen(UUID id, UUID recipient, UUID sender) {
    return db.sql(
                """
                update received_referral set state = 'open', answered_at = null
                 where id = :id and organisation = :recipient and sender = :sender
                   and state = 'declined' and case_id is null and withdrawn_at is null
                """)
            .param("id", id)
            .param("recipient", recipient)
            .param("sender", sender)
            .update()
        > 0;
  }

  /** When a sender recorded the last step of what it sent, as its recipient has it. */
  Optional<Instant> lastStep(UUID id, UUID recipient, UUID sender) {
    return steps.last(id, recipient, sender);
  }

  /** Whether it was taken up in a case that was here before. */
  boolean joined(ReceivedReferral found) {
    return db.sql("select joined from received_referral where id = :id and organisation = :here")
        .param("id", found.id())
        .param("here", found.organisation())
        .query(Boolean.class)
        .single();
  }

  /** Takes it out of its case; whether it was in it. */
  boolean leave(ReceivedReferral found, UUID caseId) {
    return db.sql(
                """
                update received_referral set case_id = null, joined = false
                 where id = :id and case_id = :case
                """)
            .param("id", found.id())
            .param("case", caseId)
            .update()
        > 0;
  }

  /** Whether anything was recorded in a case, or of its person, but that it was opened. */
  boolean workedIn(UUID caseId, UUID dossier) {
    return db.sql(
                """
                select (select count(*) from case_event_outline e
                         where e.case_id = c.id and e.by_user is not null
                           and e.kind not in ('case.opened', :back))
                     + (select count(*) from case_outline o
                         where o.person = c.person and o.id <> c.id)
                     + (select count(*) from case_role_outline r
                         where r.person = c.person and r.case_id <> c.id)
                     + (select count(*) from referral r where r.case_id = c.id)
                     + (select count(*) from received_referral q
                         where q.case_id = c.id and q.id <> :dossier)
                  from case_outline c where c.id = :case
                """)
            .param("back", Acceptances.TAKEN_BACK)
            .param("case", caseId)
            .param("dossier", dossier)
            .query(Integer.class)
            .single()
        > 0;
  }
}
