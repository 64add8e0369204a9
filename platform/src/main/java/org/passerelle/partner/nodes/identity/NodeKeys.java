package org.passerelle.partner.nodes.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses among several keys. */
final class NodeKeys {
  private NodeKeys() {}

  /** The newest valid key for a use. */
  static Optional<NodeKey> newest(Collection<NodeKey> keys, Instant now, boolean signing) {
    return keys.stream()
        .filter(k -> k.signs() == signing && k.begun(now))
        .max(Comparator.comparing(NodeKey::from).thenComparing(NodeKey::id));
  }
}
