package org.passerelle.outbox;

import java.util.Collection;
import java.util.UUID;

/**
 * Redirects messages about cases and referrals that moved between organisations of this node while
 * others know them under the previous organisation. The new owner sends in the previous owner's
 * name, and answers to that name reach the new owner: no outside party needs to be told, and none
 * learns where the case is.
 */
public interface MovedOrders {

  /**
   * Redirects messages with these order keys to another organisation.
   *
   * @param sends whether the requesting side moves, otherwise the requested side
   */
  void move(Collection<UUID> orderKeys, UUID from, UUID to, boolean sends);
}
