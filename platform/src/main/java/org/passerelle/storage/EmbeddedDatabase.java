package org.passerelle.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The embedded database as a whole, closed and opened again under the pool that goes on. On another
 * database nothing happens.
 *
 * <p>H2 keeps the expressions of checks, domains, defaults, computed columns and views as objects
 * that may refer to the session by which they were made ({@code ConditionInConstantSet} compares by
 * it), and such a session is dead once the pool has ended its connection. An expression that H2
 * reads from the file when it opens belongs to a session that lives as long as the database is
 * open. So what was changed in the schema is closed once before it is used.
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

  /** Closes it for everybody; the next connection reads the whole schema from the file. */
  public void close() {
    if (!(source instanceof HikariDataSource pool) || !isEmbedded(pool)) {
      return;
    }
    // none of the pool's, which would be given back dead
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
   * Gives up a database that has closed itself, as H2 does when a write fails, so that the next
   * connection opens the file anew. What was committed is in the file.
   */
  synchronized void reopenIfBroken() {
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
    // asked last: what is closed in order says so before its store is closed
    if (!known.isClosing() && stopped) {
      LOG.warn(
          "The embedded database has closed itself and is opened again.",
          store.getPanicException());
      known.shutdownImmediately();
    }
    if (known.isClosing()) {
      letGo();
      endConnections(pool);
      hold(pool);
    }
  }

  /** A connection beside the pool's: while it is held, no last one closes the database. */
  private void hold(HikariDataSource pool) {
    try {
      Connection connection = connect(pool);
      holding = connection;
      open = Objects.requireNonNull(session(connection)).getDatabase();
    } catch (SQLException e) {
      // the pool may have opened it in the moment when it was given up: that one goes too
      endConnections(pool);
      throw new IllegalStateException(
          "The embedded database does not open.%nMaybe its disk is full.".formatted(), e);
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
        LOG.debug("The connection ended with its database.", e);
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

  /** The session within this process; null on another database. */
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
