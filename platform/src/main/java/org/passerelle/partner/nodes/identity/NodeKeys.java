package org.passerelle.partner.nodes.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of several keys is used. */
final class NodeKeys {
  private NodeKeys() {}

  /** The newest of a use that has begun and has not ended. */
  static Optional<NodeKey> newest(Collection<NodeKey> keys, Instant now, boolean signing) {
    return keys.stream()
        .filter(k -> k.signs() == signing && k.begun(now))
        .max(Comparator.comparing(NodeKey::from).thenComparing(NodeKey::id));
  }
}
