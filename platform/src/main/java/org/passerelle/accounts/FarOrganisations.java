package org.passerelle.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Organisations of other nodes, provided by the module that knows those nodes. Such an {@link
 * Organisation} has no users, keys or files here; it is active while messages can reach it.
 */
public interface FarOrganisations {

  /** The organisation with this identifier. */
  Optional<Organisation> find(UUID id);

  /** All organisations, in any order. */
  List<Organisation> all();

  /** Whether its node declared that it accepts messages of a kind in a version. */
  boolean takes(UUID id, String kind, int version);
}
