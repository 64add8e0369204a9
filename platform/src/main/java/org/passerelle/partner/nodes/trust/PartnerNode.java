package org.passerelle.partner.nodes.trust;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeKey;

/**
 * Another node, as this one knows it. Immutable.
 *
 * @param state {@code proposed} until two have agreed to it, {@code trusted}, {@code suspended}
 * @param descriptor what was agreed to; none while it is only proposed
 * @param proposed what waits to be compared and agreed to, or none
 * @param heardAt when an envelope of it was last taken
 * @param reachedAt when it last gave a receipt
 * @param failures how often it was not reached since
 * @param nextAttempt before which it is not called
 * @param problem why it was not reached, a code; none while it is
 */
public record PartnerNode(
    UUID id,
    String name,
    String state,
    @Nullable NodeDescriptor descriptor,
    @Nullable NodeDescriptor proposed,
    Instant addedAt,
    Instant changedAt,
    @Nullable Instant heardAt,
    @Nullable Instant reachedAt,
    int failures,
    Instant nextAttempt,
    @Nullable String problem) {

  /** Whether envelopes go to it and are taken from it. */
  public boolean trusted() {
    return state.equals("trusted") && descriptor != null;
  }

  /** What was agreed to. */
  public NodeDescriptor agreed() {
    if (descriptor == null) {
      throw new IllegalStateException("Nobody has agreed to the node %s.".formatted(name));
    }
    return descriptor;
  }

  /** Whether what is proposed holds a key that nobody has compared yet. */
  public boolean bringsKeys() {
    if (proposed == null) {
      return false;
    }
    NodeDescriptor known = descriptor;
    return known == null
        || proposed.keys().stream().map(NodeKey::id).anyMatch(id -> known.key(id).isEmpty());
  }
}
