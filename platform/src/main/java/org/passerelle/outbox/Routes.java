package org.passerelle.outbox;

import java.util.Optional;
import java.util.UUID;

/** Finds the node of a recipient. */
public interface Routes {

  /** The node of a recipient; empty if it is on this one. */
  Optional<UUID> node(UUID recipient);
}
