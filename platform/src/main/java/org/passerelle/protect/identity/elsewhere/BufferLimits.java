package org.passerelle.protect.identity.elsewhere;

import java.util.Map;
import java.util.UUID;
import org.passerelle.intersection.Kind;

/** Limits how much data from other nodes is held in memory until it is processed. */
final class BufferLimits {
  /** Maximum number of bytes held for one node at a time: the size of the largest set. */
  static final long MOST_OF_A_NODE =
      (long) KnownMessages.MOST_FILES * Kind.MOST_OF_A_FILE * Parts.OCTETS;

  private BufferLimits() {}

  /**
   * Remaining bytes for a node.
   *
   * @param address address of an organisation on the node, {@code organisation@node}
   */
  static long room(
      String address, Map<UUID, DaySecrets.Asking> asking, Map<UUID, DaySecrets.Asked> asked) {
    String node = node(address);
    long raising =
        asking.values().stream()
            .filter(one -> node(one.exchange.asked()).equals(node))
            .mapToLong(DaySecrets.Asking::held)
            .sum();
    long unmasking =
        asked.values().stream()
            .filter(one -> node(one.exchange.asker()).equals(node))
            .mapToLong(DaySecrets.Asked::held)
            .sum();
    return MOST_OF_A_NODE - raising - unmasking;
  }

  private static String node(String address) {
    return address.substring(address.indexOf('@') + 1);
  }
}
