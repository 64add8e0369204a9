package org.passerelle.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicApplication;
import org.passerelle.PublicProcess;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells visitors of the public pages soon that the database is away. Whoever asks first waits for
 * one connection in vain; for a moment nobody else does, nor that visitor's page of the error.
 * Where all connections are merely in use, one waits for longer. Thread-safe.
 */
@PublicProcess
@ConditionalOnBooleanProperty(PublicApplication.ONLY)
class DatabaseAway implements BeanPostProcessor {
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof HikariDataSource pool ? new Connections(pool) : bean;
  }

  /** The connections of a pool. */
  static final class Connections extends DelegatingDataSource {
    private static final Duration KNOWN = Duration.ofSeconds(1);

    /** How often one waits for the pool's time while others use all its connections. */
    private static final int PATIENCE = 6;

    private final HikariDataSource pool;

    /** When it was found away, by {@link System#nanoTime}; null while it is there. */
    private volatile @Nullable Long away;

    Connections(HikariDataSource pool) {
      super(pool);
      this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
      for (int waited = 1; ; waited++) {
        Long found = away;
        if (found != null && System.nanoTime() - found < KNOWN.toNanos()) {
          throw new SQLTransientConnectionException(
              "The database was away a moment ago.\nMaybe it is being restarted.");
        }
        try {
          Connection connection = pool.getConnection();
          away = null;
          return connection;
        } catch (SQLTransientConnectionException none) {
          if (!isBusy()) {
            away = System.nanoTime();
            throw none;
          }
          if (waited == PATIENCE) {
            throw none;
          }
        }
      }
    }

    private boolean isBusy() {
      HikariPoolMXBean state = pool.getHikariPoolMXBean();
      return state != null && state.getActiveConnections() > 0 && state.getIdleConnections() == 0;
    }
  }
}
