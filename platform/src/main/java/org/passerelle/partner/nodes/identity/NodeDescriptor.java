package org.passerelle.partner.nodes.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.gate.NodeDoor;

/**
 * What a node says of itself, signed by itself. Immutable.
 *
 * @param node its name
 * @param address below which it is reached
 * @param issued when it was signed; an older one never replaces a newer one
 * @param organisations hosted there
 * @param keys without secrets, those announced and those that still count
 * @param log public key of its audit log, as {@link org.passerelle.audit.CheckpointKey} writes it
 * @param schemas kinds of messages that it takes, with their versions
 * @param tiers how it lets itself be asked whether a person is known
 */
public record NodeDescriptor(
    String node,
    URI address,
    Instant issued,
    List<HostedOrganisation> organisations,
    List<NodeKey> keys,
    String log,
    Map<String, List<Integer>> schemas,
    Set<String> tiers) {
  /** Asked by exact tokens. */
  public static final String EXACT = "exact";

  /** Asked by encodings too, for near matches. */
  public static final String ENCODED = "encoded";

  public NodeDescriptor {
    organisations = List.copyOf(organisations);
    keys = List.copyOf(keys);
    schemas = Map.copyOf(schemas);
    tiers = Set.copyOf(tiers);
  }

  /** Where its envelopes are brought. */
  public URI door() {
    return URI.create(address.toString().replaceFirst("/+$", "") + NodeDoor.PATH);
  }

  /** What is compared aloud. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(node, keys);
  }

  /** A key by its name. */
  public Optional<NodeKey> key(String id) {
    return keys.stream().filter(k -> k.id().equals(id)).findFirst();
  }

  /**
   * The key for which something is sealed now: the newest that has begun; where none has, one that
   * begins within what clocks may differ.
   */
  public Optional<NodeKey> sealingKey(Instant now) {
    return NodeKeys.newest(keys, now, false)
        .or(() -> NodeKeys.newest(keys, now.plus(NodeKey.SKEW), false));
  }

  /** Whether an organisation is hosted there. */
  public boolean hosts(UUID organisation) {
    return organisations.stream().anyMatch(o -> o.id().equals(organisation));
  }

  /** Whether it takes messages of a kind in a version. */
  public boolean takes(String kind, int version) {
    return schemas.getOrDefault(kind, List.of()).contains(version);
  }
}
