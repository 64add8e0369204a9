package org.passerelle.understand.network;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Supplies statements about actors and ties; the implementation decides what may be read. */
public interface Quotes {

  /**
   * Statements about an actor or a tie; empty if the user may not read them.
   *
   * @param elements elements merged with it
   */
  List<InterviewStatements> about(UUID network, Collection<UUID> elements, SignedIn who);
}
