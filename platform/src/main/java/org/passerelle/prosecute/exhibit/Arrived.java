package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A file that has arrived whole and waits to be taken in.
 *
 * @param mediaType found in its bytes
 * @param digests measured while it arrived
 * @param problem why a PDF cannot go to court as it is: {@code encrypted}, {@code active} or {@code
 *     unreadable}; null if nothing is wrong
 */
public record Arrived(
    UUID id,
    String fileName,
    String mediaType,
    Digests digests,
    int pieces,
    @Nullable String problem,
    Instant at) {

  /** The name that the file had. */
  record Name(String file) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("file", file);
    }
  }
}
