package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes tips ninety days after they were closed, unless a screening was begun from them: {@link
 * TipHoldings}. What is counted of them stays. Thread-safe.
 */
@Component
class TipRetention {
  /** How long a closed tip is kept. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int AT_ONCE = 100;
  private final JdbcClient db;
  private final CascadeDelete rows;
  private final TipFigures figures;
  private final TipWeeks weeks;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TipRetention(
      JdbcClient db,
      CascadeDelete rows,
      TipFigures figures,
      TipWeeks weeks,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.rows = rows;
    this.figures = figures;
    this.weeks = weeks;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(
      initialDelayString = "${schedule.prevent.tips-closed.after}",
      fixedDelayString = "${schedule.prevent.tips-closed.every}")
  void deleteOld() {
    while (Objects.requireNonNull(transaction.execute(status -> some())) == AT_ONCE) {
      Thread.onSpinWait();
    }
  }

  private int some() {
    List<Tip> old =
        db.sql(
                """
                select * from tip where closed_at < :before and outcome <> 'screening'
                order by closed_at fetch first :most rows only for update""")
            .param("before", Columns.at(clock.instant().minus(KEPT)))
            .param("most", AT_ONCE)
            .query(TipRows::tip)
            .list();
    for (Tip tip : old) {
      figures.keep(tip);
      weeks.keep(tip);
      audit.writeByHouse(tip.organisation(), "tip.removed", "tip", tip.id(), Map.of());
    }
    rows.delete("tip", old.stream().map(Tip::id).toList());
    return old.size();
  }
}
