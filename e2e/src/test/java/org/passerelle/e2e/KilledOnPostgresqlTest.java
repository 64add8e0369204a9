package org.passerelle.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rule 11, on PostgreSQL: a process that is killed while people write loses nothing that it
 * confirmed as saved: not the note, not the key of the new case, not the log entry.
 */
@Tag("long")
class KilledOnPostgresqlTest {
  @Test
  void whatWasSaidToBeSavedIsThere() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setPGStartupWait(Eventually.PATIENCE).start()) {
      KilledServer.rounds(
          Server.folder().resolve("killed"),
          "--database",
          postgres.getJdbcUrl("postgres", "postgres"));
    }
  }
}
