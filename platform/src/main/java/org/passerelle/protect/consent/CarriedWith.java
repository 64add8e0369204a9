package org.passerelle.protect.consent;

import java.util.Optional;
import java.util.UUID;

/** Messages that bring a part of what another message announced, and rest on its disclosure. */
public interface CarriedWith {

  /** The message whose disclosure covers this one; nothing if it has one of its own or none. */
  Optional<UUID> of(UUID message);
}
