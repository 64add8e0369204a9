package org.passerelle.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.passerelle.LongPatience;

/** A database of its own for each house of a test. */
final class TestDatabases {
  private static final Queue<EmbeddedPostgres> SERVERS = new ConcurrentLinkedQueue<>();

  private TestDatabases() {}

  /** The JDBC address of a new one; an embedded one lies in this folder. */
  static String address(House.Database database, Path folder) {
    return database == House.Database.H2 ? h2(folder) : postgres();
  }

  /** Ends every server, after the houses: one without its database would wait half a minute. */
  static void endAll() {
    SERVERS.forEach(TestDatabases::stop);
  }

  private static String h2(Path folder) {
    return "jdbc:h2:file:"
        + folder.resolve("passerelle")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000;QUERY_CACHE_SIZE=256";
  }

  private static String postgres() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(LongPatience.SECONDS))
              .start();
      SERVERS.add(server);
      return server.getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
