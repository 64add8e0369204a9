package org.passerelle.storage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes what was written below a row while that row was erased. On the embedded database a
 * foreign key locks nothing: a row that another transaction has inserted and not yet committed is
 * not seen by the erasure, and stays behind without what it belongs to. Whoever writes below a case
 * holds it ({@link ErasureFirst}); this catches a writer who forgot to. PostgreSQL makes writers
 * wait.
 */
@Component
class LateRows {
  private static final Logger LOG = LoggerFactory.getLogger(LateRows.class);

  /**
   * Number of runs, a minute apart, in which late rows are looked for; no transaction is longer.
   */
  private static final int RUNS = 5;

  private final CascadeDelete rows;
  private final ErasureFirst erasure;
  private final TransactionOperations transaction;
  private final ConcurrentLinkedQueue<Erased> erased = new ConcurrentLinkedQueue<>();

  LateRows(CascadeDelete rows, ErasureFirst erasure, TransactionOperations transaction) {
    this.rows = rows;
    this.erasure = erasure;
    this.transaction = transaction;
  }

  private record Erased(CascadeDelete.RowsDeleted what, AtomicInteger runs) {}

  @TransactionalEventListener(fallbackExecution = true)
  void on(CascadeDelete.RowsDeleted deleted) {
    if (erasure.mustHold()) {
      erased.add(new Erased(deleted, new AtomicInteger()));
    }
  }

  @Scheduled(
      initialDelayString = "${schedule.storage.late-rows.after}",
      fixedDelayString = "${schedule.storage.late-rows.every}")
  void deleteOnSchedule() {
    List<Erased> found = new ArrayList<>();
    for (Iterator<Erased> all = erased.iterator(); all.hasNext(); ) {
      Erased one = all.next();
      if (one.runs.incrementAndGet() >= RUNS) {
        all.remove();
      }
      found.add(one);
    }
    found.forEach(this::deleteBelow);
  }

  private void deleteBelow(Erased one) {
    try {
      Integer late = transaction.execute(status -> rows.deleteBelow(one.what));
      if (late != null && late > 0) {
        LOG.warn(
            "Deleted {} rows that were written below an erased row of {} during its erasure.",
            late,
            one.what.table());
      }
    } catch (RuntimeException e) {
      LOG.warn("Rows below an erased row could not be looked for.", e);
    }
  }
}
