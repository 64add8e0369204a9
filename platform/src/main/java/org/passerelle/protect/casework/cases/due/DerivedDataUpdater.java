package org.passerelle.protect.casework.cases.due;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.register.EntryChanged;
import org.passerelle.storage.UuidArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides when derived data of cases are recomputed. Every event of a case writes to its journal,
 * so they are recomputed for each entry, once per transaction and before the commit. The passing of
 * time writes no entry, so all cases are recomputed at night; when legal rules change in the
 * register, cases with decisions are recomputed within a minute. At start-up, cases of an earlier
 * version are recomputed.
 */
@Component
public class DerivedDataUpdater implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DerivedDataUpdater.class);
  private static final UUID FIRST = new UUID(0, 0);

  /** Kinds of register entries that deadlines depend on. */
  private static final Set<String> LAW = Set.of("deadline", "holiday");

  private static final int AT_ONCE = 200;
  private final JdbcClient db;
  private final CaseLock lock;
  private final List<DerivedCaseData> kept;
  private final TransactionTemplate transaction;

  DerivedDataUpdater(
      JdbcClient db,
      CaseLock lock,
      List<DerivedCaseData> kept,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.lock = lock;
    this.kept = List.copyOf(kept);
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener
  void on(CaseJournal.Happened line) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      ChangedCases.of(this).add(line.caseId());
    } else {
      keep(List.of(line.caseId()));
    }
  }

  @EventListener
  void on(EntryChanged changed) {
    if (LAW.contains(changed.kind())) {
      db.sql(
              """
              update protect_case set due_kept = false
               where due_kept and state <> 'closed' and id in (select case_id from case_decision)
              """)
          .update();
    }
  }

  /**
   * Recomputes derived data of these cases; returns the number of changes. Concurrent
   * recomputations of the same case wait until this transaction ends and then see its changes; rows
   * that only reference a case are not blocked.
   */
  public int keep(Collection<UUID> cases) {
    Integer changed =
        transaction.execute(
            status -> {
              lock.take(cases);
              db.sql(
                      """
                      update protect_case set due_kept = true
                       where not due_kept and id = any(cast(:ids as uuid array))
                      """)
                  .param("ids", UuidArray.of(cases))
                  .update();
              return kept.stream().mapToInt(one -> one.keep(cases)).sum();
            });
    return changed == null ? 0 : changed;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    catchUp();
  }

  /** Recomputes cases whose data may be outdated. */
  public void catchUp() {
    for (List<UUID> some = unkept(); !some.isEmpty(); some = unkept()) {
      keep(some);
    }
  }

  /** Recomputes every case, in several transactions; returns the number of changes. */
  public int all() {
    int changed = 0;
    for (List<UUID> some = after(FIRST); !some.isEmpty(); some = after(some.get(some.size() - 1))) {
      changed += keep(some);
    }
    return changed;
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.due-dates.after}",
      fixedDelayString = "${schedule.protect.due-dates.every}")
  void runOnSchedule() {
    try {
      catchUp();
    } catch (RuntimeException e) {
      LOG.warn("Derived data of cases could not be computed; retrying in half a minute.", e);
    }
  }

  @Scheduled(cron = "${schedule.protect.all-due-dates.cron}", zone = "Europe/Belgrade")
  void nightly() {
    try {
      LOG.info("Recomputed the derived data of cases; {} entries changed.", all());
    } catch (RuntimeException e) {
      LOG.warn("Derived data of cases could not be computed; retrying next night.", e);
    }
  }

  private List<UUID> unkept() {
    return db.sql("select id from protect_case where not due_kept limit :most")
        .param("most", AT_ONCE)
        .query(UUID.class)
        .list();
  }

  private List<UUID> after(UUID last) {
    return db.sql("select id from protect_case where id > :last order by id limit :most")
        .param("last", last)
        .param("most", AT_ONCE)
        .query(UUID.class)
        .list();
  }
}
