package org.passerelle.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up users, for code that has to find a colleague. */
public interface Colleagues {

  /** The user with this identifier. */
  Optional<User> find(UUID id);

  /** All users of the node, by organisation and name. */
  List<User> all();

  /** Users of an organisation, by name. */
  List<User> in(UUID organisation);
}
