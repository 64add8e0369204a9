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
 * A node's self-description, signed by itself. Immutable.
 *
 * @param node its name
 * @param address base address of the node
 * @param issued when it was signed; an older one never replaces a newer one
 * @param organisations organisations hosted there
 * @param keys without secrets, announced and current ones
 * @param log public key of its audit log, as {@link org.passerelle.audit.CheckpointKey} writes it
 * @param schemas types of messages that it accepts, with their versions
 * @param tiers ways in which it may be asked whether a person is known
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
  /** Queries by exact tokens. */
  public static final String EXACT = "exact";

  /** Queries by encodings too, for near matches. */
  public static final String ENCODED = "encoded";

  public NodeDescriptor {
    organisations = List.copyOf(organisations);
    keys = List.copyOf(keys);
    schemas = Map.copyOf(schemas);
    tiers = Set.copyOf(tiers);
  }

  /** The address that accepts envelopes. */
  public URI door() {
    return URI.create(address.toString().replaceFirst("/+$", "") + NodeDoor.PATH);
  }

  /** The fingerprint to be compared aloud. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(node, keys);
  }

  /** A key by its name. */
  public Optional<NodeKey> key(String id) {
    return keys.stream().filter(k -> k.id().equals(id)).findFirst();
  }

  /**
   * The key for sealing now: the newest that has begun; if there is none, one that begins within
   * the permitted clock difference.
   */
  public Optional<NodeKey> sealingKey(Instant now) {
    return NodeKeys.newest(keys, now, false)
        .or(() -> NodeKeys.newest(keys, now.plus(NodeKey.SKEW), false));
  }

  /** Whether an organisation is hosted there. */
  public boolean hosts(UUID organisation) {
    return organisations.stream().anyMatch(o -> o.id().equals(organisation));
  }

  /** Whether it accepts messages of a type in a version. */
  public boolean takes(String kind, int version) {
    return schemas.getOrDefault(kind, List.of()).contains(version);
  }
}
