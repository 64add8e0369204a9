package org.passerelle.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Organisations of other nodes, as whoever knows those nodes tells them. An {@link Organisation}
 * among them has no people, keys or files here; it is active while messages reach it.
 */
public interface FarOrganisations {

  /** The one with this identifier. */
  Optional<Organisation> find(UUID id);

  /** All, in whatever order. */
  List<Organisation> all();

  /** Whether its node said that it takes messages of a kind in a version. */
  boolean takes(UUID id, String kind, int version);
}
