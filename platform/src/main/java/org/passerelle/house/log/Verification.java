package org.passerelle.house.log;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.storage.Columns;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verifies the whole chain in the background, since a long log takes minutes, and stores the
 * result.
 */
@Service
class Verification {
  /** The kind of background work. */
  static final String WORK = "audit.walk";

  private final BackgroundWork work;
  private final AuditReader reader;
  private final AuditLog audit;
  private final JdbcClient db;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Verification(
      BackgroundWork work,
      AuditReader reader,
      AuditLog audit,
      JdbcClient db,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.work = work;
    this.reader = reader;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Begins a verification.
   *
   * @return identifier of the work
   */
  UUID begin(SignedIn who) {
    return work.start(Order.forADay(WORK, "/house/audit"), progress -> run(who, progress), who);
  }

  /** Result of the newest verification. */
  Optional<Verified> last() {
    // two verifications that end at the same moment each leave a row
    return db.sql("select at, entries, broken from audit_verified order by at desc, work limit 1")
        .query(
            (row, i) ->
                new Verified(
                    Columns.instant(row, "at"), row.getLong("entries"), row.getLong("broken")))
        .optional();
  }

  private void run(SignedIn who, Progress progress) {
    progress.expect(reader.length());
    ChainWalk.Result result = reader.walk(progress::done);
    long broken = result.broken().map(AuditReader.Broken::number).orElse(0L);
    transaction.executeWithoutResult(status -> keep(progress.work(), result, broken, who));
    progress.figure("entries", result.entries());
    progress.figure("roots", result.roots());
    if (broken > 0) {
      progress.figure("broken", broken);
    }
    progress.leadTo("/house/audit");
  }

  private void keep(UUID id, ChainWalk.Result result, long broken, SignedIn who) {
    db.sql("delete from audit_verified").update();
    db.sql(
            """
            insert into audit_verified (work, at, entries, roots, broken)
            values (:work, :at, :entries, :roots, :broken)
            """)
        .param("work", id)
        .param("at", Columns.now(clock))
        .param("entries", result.entries())
        .param("roots", result.roots())
        .param("broken", broken)
        .update();
    audit.write(who, "log.verified", "log", null, Map.of("broken", broken > 0 ? "" + broken : ""));
  }
}
