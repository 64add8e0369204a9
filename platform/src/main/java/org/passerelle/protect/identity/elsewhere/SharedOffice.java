package org.passerelle.protect.identity.elsewhere;

import java.util.List;
import java.util.UUID;

/**
 * Organisations that share an office. Between them a round is kept ready while somebody is on duty,
 * and released answers are sent at once instead of with the daily batch. Everything else is as
 * between any others: findability, basis, asylum, quotas and log. That nothing is released is still
 * only said with the batch, since the time of an answer would reveal that somebody was found.
 */
public interface SharedOffice {
  /**
   * Pairs for which a round is kept ready, each as seen by the asking organisation on this node.
   */
  List<Sides> ready();

  /**
   * Whether answers of an organisation on this node to another are sent at once because somebody is
   * on duty.
   */
  boolean between(UUID organisation, UUID asker);

  /** Two organisations; the first is on this node. */
  record Sides(UUID organisation, UUID far) {}
}
