package org.passerelle.protect.elsewhere;

import java.util.Map;
import java.util.UUID;
import org.passerelle.intersection.Kind;

/** How much of what nodes send is held in memory until it is computed with. */
final class HeldPoints {
  /** Octets that are held for one node at a time: those of the largest set. */
  static final long MOST_OF_A_NODE =
      (long) KnownMessages.MOST_FILES * Kind.MOST_OF_A_FILE * Parts.OCTETS;

  private HeldPoints() {}

  /**
   * What is left of that.
   *
   * @param address of an organisation of the node, {@code organisation@node}
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
