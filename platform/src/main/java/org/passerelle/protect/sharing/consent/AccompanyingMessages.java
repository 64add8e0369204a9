package org.passerelle.protect.sharing.consent;

import java.util.Optional;
import java.util.UUID;

/** Messages that carry a part of what another message announced, covered by its disclosure. */
public interface AccompanyingMessages {

  /** The message whose disclosure covers this one; empty if it has its own or none. */
  Optional<UUID> of(UUID message);
}
