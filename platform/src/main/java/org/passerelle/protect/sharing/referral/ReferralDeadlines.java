package org.passerelle.protect.sharing.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds before a deadline and escalates after it, once each. Reminders appear on the Today page:
 * of the recipient's staff before the deadline, of the supervisors of both sides after it.
 */
@Service
public class ReferralDeadlines {
  /** Time before the deadline at which the recipient is reminded. */
  public static final Duration REMINDER = Duration.ofHours(24);

  private final JdbcClient db;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  ReferralDeadlines(JdbcClient db, CaseJournal journal, AuditLog audit, Clock clock) {
    this.db = db;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks all referrals that wait for an answer.
   *
   * @return number of reminders and escalations
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.referral-deadlines.after}",
      fixedDelayString = "${schedule.protect.referral-deadlines.every}")
  @Transactional
  public int check() {
    OffsetDateTime now = Columns.now(clock);
    int made = 0;
    for (Waiting waiting : waiting(now.plus(REMINDER), "reminded_at")) {
      mark("update received_referral set reminded_at = :now where id = :id", waiting.id, now);
      audit.writeByHouse(
          waiting.organisation, "referral.reminded", "referral", waiting.id, Map.of());
      made++;
    }
    for (Waiting waiting : waiting(now, "escalated_at")) {
      mark("update received_referral set escalated_at = :now where id = :id", waiting.id, now);
      mark("update referral set escalated_at = :now where id = :id", waiting.id, now);
      audit.writeByHouse(
          waiting.organisation, "referral.escalated", "referral", waiting.id, Map.of());
      db.sql("select case_id from referral where id = :id")
          .param("id", waiting.id)
          .query(UUID.class)
          .optional()
          .ifPresent(caseId -> journal.addByHouse(caseId, "referral.overdue", "", waiting.id));
      made++;
    }
    return made;
  }

  private List<Waiting> waiting(OffsetDateTime before, String column) {
    return db.sql(
            """
            select id, organisation from received_referral
             where state = 'open' and withdrawn_at is null and deadline <= :before
               and ((:column = 'reminded_at' and reminded_at is null)
                    or (:column = 'escalated_at' and escalated_at is null))
             order by deadline
            """)
        .param("before", before)
        .param("column", column)
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject("id", UUID.class), row.getObject("organisation", UUID.class)))
        .list();
  }

  private void mark(String sql, UUID id, OffsetDateTime now) {
    db.sql(sql).param("now", now).param("id", id).update();
  }

  private record Waiting(UUID id, UUID organisation) {}
}
