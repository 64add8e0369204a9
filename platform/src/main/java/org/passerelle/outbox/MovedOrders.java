package org.passerelle.outbox;

import java.util.Collection;
import java.util.UUID;

/**
 * What changed hands between organisations of this node while others know it under the one that had
 * it. Whoever has it now writes about it in that name, and what is answered to that name reaches
 * whoever has it now: nobody outside has to be told, and none of them learns where it is.
 */
public interface MovedOrders {

  /**
   * From now on messages under these order keys are those of another organisation.
   *
   * @param sends whether what moves is the side that asked, else the side that was asked
   */
  void move(Collection<UUID> orderKeys, UUID from, UUID to, boolean sends);
}
