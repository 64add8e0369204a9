package org.passerelle.prevent.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.audit.AuditLog;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes entries that nobody saw or changed for two years. Thread-safe. */
@Component
class WatchRetention {
  /** How long an entry stays without a sighting or a change of its state. */
  static final Duration KEPT = Duration.ofDays(730);

  private static final int AT_ONCE = 100;
  private final WatchRows rows;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  WatchRetention(
      WatchRows rows, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(
      initialDelayString = "${schedule.prevent.watch-old.after}",
      fixedDelayString = "${schedule.prevent.watch-old.every}")
  void deleteOld() {
    while (Objects.requireNonNull(transaction.execute(status -> some())) == AT_ONCE) {
      Thread.onSpinWait();
    }
  }

  private int some() {
    List<WatchRows.Old> old = rows.before(clock.instant().minus(KEPT), AT_ONCE);
    for (WatchRows.Old entry : old) {
      audit.writeByHouse(entry.organisation(), "watch.expired", "watch", entry.id(), Map.of());
    }
    rows.delete(old.stream().map(WatchRows.Old::id).toList());
    return old.size();
  }
}
