package org.passerelle.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rule 11, on the embedded database: a process that is killed while people write loses nothing that
 * it confirmed as saved: not the note, not the key of the new case, not the log entry.
 */
@Tag("long")
class KilledOnH2Test {
  @Test
  void whatWasSaidToBeSavedIsThere() throws Exception {
    KilledServer.rounds(Server.folder().resolve("killed"));
  }
}
