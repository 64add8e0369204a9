package org.passerelle.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A separate class, since it takes longer than all other attacks together. */
@Tag("long")
class KeysUnderAttackTest {
  /** On a separate demonstration: somebody is erased, and the keys are changed. */
  @Test
  void theKeys() throws Exception {
    Server server = Server.start(Server.folder().resolve("keys"), "--demo=60");
    try {
      Attack.run(
          "keys.sh",
          server.address(),
          server.data().toString(),
          "dusan.most",
          "mirjana.most",
          "vesna.most",
          Server.PASSWORD);
    } finally {
      server.close();
    }
  }
}
