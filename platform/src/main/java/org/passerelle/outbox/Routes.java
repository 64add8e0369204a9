package org.passerelle.outbox;

import java.util.Optional;
import java.util.UUID;

/** Where recipients are that are not on this node. */
public interface Routes {

  /** The node of a recipient; nothing if it is on this one. */
  Optional<UUID> node(UUID recipient);
}
