package org.passerelle.prevent.tip;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which partner sent a tip; known to the part that keeps the channels. */
public interface TipPartners {
  /** Names of some partners. */
  Map<UUID, String> names(Collection<UUID> partners);

  /** All partners of an organisation, in the order of display. */
  Map<UUID, String> of(UUID organisation);

  /** The partner that sent a tip; empty if it came from the public. */
  Optional<Sender> sender(UUID tip);

  /**
   * The sender of a tip.
   *
   * @param form which report it was
   * @param feedback what an officer chose that the partner is told, or empty
   */
  record Sender(String name, String form, String feedback) {}
}
