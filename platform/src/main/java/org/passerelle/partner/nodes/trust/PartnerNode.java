package org.passerelle.partner.nodes.trust;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeKey;

/**
 * Another node, as this one knows it. Immutable.
 *
 * @param state {@code proposed} until two administrators have approved it, {@code trusted}, {@code
 *     suspended}
 * @param descriptor the approved descriptor; null while it is only proposed
 * @param proposed a descriptor that awaits comparison and approval, or null
 * @param heardAt when its last envelope was accepted
 * @param reachedAt when it last returned a receipt
 * @param failures number of failed calls since
 * @param nextAttempt earliest time of the next call
 * @param problem code of why it could not be reached; null while it can
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

  /** Whether envelopes are sent to it and accepted from it. */
  public boolean trusted() {
    return state.equals("trusted") && descriptor != null;
  }

  /** The approved descriptor. */
  public NodeDescriptor agreed() {
    if (descriptor == null) {
      throw new IllegalStateException("Nobody has approved the node %s.".formatted(name));
    }
    return descriptor;
  }

  /** Whether the proposed descriptor contains a key that nobody has compared yet. */
  public boolean bringsKeys() {
    if (proposed == null) {
      return false;
    }
    NodeDescriptor known = descriptor;
    return known == null
        || proposed.keys().stream().map(NodeKey::id).anyMatch(id -> known.key(id).isEmpty());
  }
}
