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
 * Lets whoever writes about a case and whoever erases it come one after the other. PostgreSQL lets
 * writers wait by itself: a row that refers to another holds it. H2 looks whether the other is
 * there and holds nothing, so that of two transactions at once one deletes the case and the other
 * leaves a row below it.
 */
@Component
public class ErasureFirst {
  /** Milliseconds; PostgreSQL looks for a deadlock after a second. */
  private static final int ONE_TRY = 10;

  private static final int TRIES = 1000;

  /** What PostgreSQL answers when the moment is over. */
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
   * Takes the rows that are to be erased, within the caller's transaction. Several writers share a
   * case by what refers to it and change the case itself before they commit, one after the other.
   * An erasure that stood in this queue would wait for the share of one who waits behind it, so it
   * asks for a moment, steps aside and asks again.
   *
   * @param locks statements {@code for update}; run again from the beginning each time
   * @throws CannotAcquireLockException after half a minute in which somebody always wrote
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
          throw new CannotAcquireLockException("Somebody always wrote about the case.", e);
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
