package org.passerelle.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The embedded database as a whole: it can be closed and opened again while the connection pool
 * stays in use. Does nothing on PostgreSQL.
 *
 * <p>H2 keeps the expressions of checks, domains, defaults, computed columns and views as objects
 * that may refer to the session that created them ({@code ConditionInConstantSet} compares by it),
 * and that session is dead once the pool has closed its connection. An expression that H2 reads
 * from the file on opening belongs to a session that lives as long as the database is open. The
 * database is therefore closed once after each change of the schema, before it is used.
 */
@Component
public class EmbeddedDatabase implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private final DataSource source;
  private @Nullable Database open;
  private @Nullable Connection holding;

  EmbeddedDatabase(DataSource source) {
    this.source = source;
  }

  /**
   * Closes the database for all connections; the next connection reads the whole schema from the
   * file.
   */
  public void close() {
    if (!(source instanceof HikariDataSource pool) || !isEmbedded(pool)) {
      return;
    }
    // not a connection of the pool, which would be returned to it dead
    try (Connection connection = connect(pool);
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      throw new IllegalStateException(
          """
          The embedded database could not be closed after its schema was changed.
          Maybe its disk is full.""",
          e);
    }
    endConnections(pool);
  }

  /**
   * Discards a database that has closed itself, as H2 does when a write fails, so that the next
   * connection opens the file again. Everything committed is in the file.
   *
   * <p>While the disk is full, connections of the pool may open the file again between two calls,
   * and end; if H2 then cannot write while it closes, it forgets the database and leaves its file
   * open and locked within this process. Nobody has a reference to close that file by, so that it
   * is released only when it is collected. On a server where little happens this may take hours, so
   * that collecting is asked for, once nothing is locked here: it stops everything for a moment.
   */
  void reopenIfBroken() {
    try {
      reopen();
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof SQLException cause
          && cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        System.gc();
      }
      throw e;
    }
  }

  private synchronized void reopen() {
    if (!(source instanceof HikariDataSource pool) || !isEmbedded(pool)) {
      return;
    }
    Database known = open;
    if (known == null) {
      hold(pool);
      return;
    }
    MVStore store = known.getStore().getMvStore();
    boolean stopped = store.isClosed() || store.getPanicException() != null;
    // checked last: an orderly shutdown sets the closing flag before it closes the store
    if (!known.isClosing() && (stopped || isForgotten(pool, known))) {
      LOG.warn(
          "The embedded database had closed itself and has been reopened.",
          store.getPanicException());
      known.shutdownImmediately();
    }
    if (known.isClosing()) {
      letGo();
      endConnections(pool);
      unlock(store);
      hold(pool);
    }
  }

  /**
   * Whether no new connection reaches the open database. H2 finds databases by name, and one that
   * ends takes its name from the list at its very end: if the next one is open by then, it is the
   * name of that one. It goes on holding the file, so that nobody can open it either.
   */
  private static boolean isForgotten(HikariDataSource pool, Database known) {
    try (Connection another = connect(pool)) {
      return Objects.requireNonNull(session(another)).getDatabase() != known;
    } catch (SQLException e) {
      return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }
  }

  /**
   * Closes the file of a database that is closed. If a write failed while H2 closed it, H2 leaves
   * the file open and locked within this process, and nobody could open it again.
   */
  private static void unlock(MVStore store) {
    FileStore<?> file = store.getFileStore();
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (MVStoreException e) {
      LOG.debug("The file was closed with its database.", e);
    }
  }

  /**
   * Opens a connection outside the pool: while it is held, the database is not closed with its last
   * pooled connection.
   */
  private void hold(HikariDataSource pool) {
    try {
      Connection connection = connect(pool);
      holding = connection;
      open = Objects.requireNonNull(session(connection)).getDatabase();
    } catch (SQLException e) {
      // the pool may have reopened the database just before it was discarded: close that one too
      endConnections(pool);
      throw new IllegalStateException(
          "The embedded database cannot be opened.%nMaybe its disk is full.".formatted(), e);
    }
  }

  private void letGo() {
    open = null;
    Connection held = holding;
    holding = null;
    if (held != null) {
      try {
        held.close();
      } catch (SQLException e) {
        LOG.debug("The connection was closed with its database.", e);
      }
    }
  }

  @Override
  public synchronized void destroy() {
    letGo();
  }

  private static Connection connect(HikariDataSource pool) throws SQLException {
    return DriverManager.getConnection(
        pool.getJdbcUrl(),
        Objects.requireNonNullElse(pool.getUsername(), ""),
        Objects.requireNonNullElse(pool.getPassword(), ""));
  }

  /** The H2 session within this process; null on another database. */
  static @Nullable SessionLocal session(Connection connection) throws SQLException {
    return connection.isWrapperFor(JdbcConnection.class)
            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        ? session
        : null;
  }

  static boolean isEmbedded(HikariDataSource pool) {
    return Objects.requireNonNullElse(pool.getJdbcUrl(), "").startsWith("jdbc:h2:");
  }

  private static void endConnections(HikariDataSource pool) {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null) {
      connections.softEvictConnections();
    }
  }
}
