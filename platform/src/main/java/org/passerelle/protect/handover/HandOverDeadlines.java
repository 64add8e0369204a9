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
 * What nobody has in hand is put before the deputy when its time is over, and a day later, or when
 * no answer was given in time, before the national coordinator; before the coordinator of whoever
 * gave it when its time is over; once each. Who is to see it finds it among what needs them today.
 */
@Service
public class HandOverDeadlines {
  /** As long as the deputy has before the country's coordinator is told. */
  public static final Duration DEPUTY = Duration.ofHours(24);

  private final LateRows rows;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  HandOverDeadlines(LateRows rows, CaseJournal journal, AuditLog audit, Clock clock) {
    this.rows = rows;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Looks at all that wait.
   *
   * @return how many were put before somebody else
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

  /** Whoever gave it cannot wait for a deputy of whom it does not know. */
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
