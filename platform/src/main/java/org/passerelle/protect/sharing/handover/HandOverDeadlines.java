package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Escalates overdue hand-overs. An unacknowledged hand-over goes to the deputy when its time is
 * over, and to the recipient's national coordinator a day later or when it was not answered in
 * time; on the sender's side it goes to the national coordinator when its time is over. Each
 * escalation happens once and appears on the Today page of its addressee.
 */
@Service
public class HandOverDeadlines {
  /** Time that the deputy has before the national coordinator is told. */
  public static final Duration DEPUTY = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(HandOverDeadlines.class);
  private final OverdueHandOvers rows;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  HandOverDeadlines(
      OverdueHandOvers rows,
      CaseJournal journal,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Checks all waiting hand-overs, each on its own, so that an unreadable one does not block the
   * others.
   *
   * @return number of escalations
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.hand-over-deadlines.after}",
      fixedDelayString = "${schedule.protect.hand-over-deadlines.every}")
  public int check() {
    Instant now = clock.instant();
    int made = 0;
    for (HandOverRows.Side side : rows.late(now)) {
      try {
        made += Objects.requireNonNullElse(transaction.execute(status -> escalate(side, now)), 0);
      } catch (RuntimeException e) {
        LOG.warn("A hand-over could not be escalated; retrying in the next run.", e);
      }
    }
    transaction.executeWithoutResult(status -> rows.forgetErased());
    return made;
  }

  private int escalate(HandOverRows.Side side, Instant now) {
    HandOver late = rows.find(side).orElse(null);
    if (late == null || late.due() == null) {
      return 0;
    }
    int made = 0;
    if (late.toDeputyAt() == null && late.acknowledgedAt() == null && rows.toDeputy(late)) {
      toDeputy(late);
      made++;
    }
    if (isForCountry(late, now) && rows.toCountry(late)) {
      written(late, "handover.to-coordinator");
      made++;
    }
    return made;
  }

  /**
   * The sender's side does not know the recipient's deputies and escalates to its coordinator
   * directly.
   */
  private static boolean isForCountry(HandOver late, Instant now) {
    return late.sends()
        || !late.answerBy().isAfter(now)
        || (late.acknowledgedAt() == null && !late.acknowledgeBy().plus(DEPUTY).isAfter(now));
  }

  private void toDeputy(HandOver late) {
    UUID file = late.caseId();
    if (!late.sends()) {
      written(late, "handover.to-deputy");
    } else if (file != null) {
      journal.addByHouse(file, "handover.unacknowledged", "", late.id());
    }
  }

  private void written(HandOver late, String action) {
    audit.writeByHouse(late.organisation(), action, "referral", late.id(), Map.of());
  }
}
