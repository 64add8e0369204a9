package org.passerelle.understand.network;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** What is said elsewhere of actors and ties; whoever keeps it answers for what may be read. */
public interface Quotes {

  /**
   * What is said of somebody or of a tie; nothing where the reader may not read it.
   *
   * @param elements those that are taken to be one
   */
  List<Said> about(UUID network, Collection<UUID> elements, SignedIn who);
}
