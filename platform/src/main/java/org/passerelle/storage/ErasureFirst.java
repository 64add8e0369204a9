package org.passerelle.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Serialises writers of a case and its erasure. PostgreSQL makes writers wait by itself, because a
 * foreign key locks the row it refers to. H2 only checks that the parent exists and locks nothing,
 * so of two concurrent transactions one could delete the case while the other leaves a row below
 * it.
 */
@Component
public class ErasureFirst {
  /** Milliseconds; PostgreSQL checks for a deadlock after one second. */
  private static final int ONE_TRY = 10;

  private static final int TRIES = 1000;

  /** PostgreSQL's SQL state when the lock timeout expires. */
  private static final String LOCKED = "55P03";

  private static final Duration BREATH = Duration.ofMillis(40);
  private final JdbcClient db;
  private final boolean embedded;
  private final TransactionTemplate within;

  ErasureFirst(JdbcClient db, DataSource source, PlatformTransactionManager transactions) {
    this.db = db;
    this.embedded = source instanceof HikariDataSource pool && EmbeddedDatabase.isEmbedded(pool);
    this.within = new TransactionTemplate(transactions);
    this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Whether a writer must hold the case itself, because the database does not. */
  public boolean mustHold() {
    return embedded;
  }

  /**
   * Locks the rows to be erased, within the caller's transaction. Several writers hold a shared
   * lock on a case through their foreign keys and then, one after the other, update the case itself
   * before they commit. An erasure waiting in that queue would block on the shared lock of a writer
   * that is queued behind it, so it waits only briefly, releases its locks and tries again.
   *
   * @param locks statements with {@code for update}; run again from the beginning on each attempt
   * @throws CannotAcquireLockException after half a minute of uninterrupted writes
   */
  public <T extends @Nullable Object> T claim(Supplier<T> locks) {
    if (embedded) {
      return locks.get();
    }
    for (int tries = 1; ; tries++) {
      try {
        return within.execute(status -> atOnce(locks));
      } catch (DataAccessException e) {
        if (!somebodyWrites(e)) {
          throw e;
        }
        if (tries == TRIES) {
          throw new CannotAcquireLockException("The case was being written to without a pause.", e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(BREATH.toNanos()));
      }
    }
  }

  private static boolean somebodyWrites(DataAccessException e) {
    return e instanceof PessimisticLockingFailureException
        || (e.getRootCause() instanceof SQLException sql && LOCKED.equals(sql.getSQLState()));
  }

  private <T extends @Nullable Object> T atOnce(Supplier<T> locks) {
    db.sql("set local lock_timeout = " + ONE_TRY).update();
    T taken = locks.get();
    db.sql("set local lock_timeout to default").update();
    return taken;
  }
}
