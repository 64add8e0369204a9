package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

  private final OverdueHandOvers rows;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  HandOverDeadlines(OverdueHandOvers rows, CaseJournal journal, AuditLog audit, Clock clock) {
    this.rows = rows;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks all waiting hand-overs.
   *
   * @return number of escalations
   */
  @Scheduled(initialDelay = 25_000, fixedDelay = 60_000)
  @Transactional
  public int check() {
    Instant now = clock.instant();
    int made = 0;
    for (HandOver late : rows.late(now)) {
      if (late.due() == null) {
        continue;
      }
      if (late.toDeputyAt() == null && late.acknowledgedAt() == null && rows.toDeputy(late)) {
        toDeputy(late);
        made++;
      }
      if (isForCountry(late, now) && rows.toCountry(late)) {
        written(late, "handover.to-coordinator");
        made++;
      }
    }
    rows.forgetErased();
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
      journal.addByHouse(file, "crossborder.unacknowledged", "", late.id());
    }
  }

  private void written(HandOver late, String action) {
    audit.writeByHouse(late.organisation(), action, "referral", late.id(), Map.of());
  }
}
