package org.passerelle.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who works here, for those who must find somebody to ask. */
public interface Colleagues {

  /** The one with this identifier. */
  Optional<User> find(UUID id);

  /** All of the node, by organisation and name. */
  List<User> all();

  /** Those of one organisation, by name. */
  List<User> in(UUID organisation);
}
