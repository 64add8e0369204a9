package org.passerelle.protect.elsewhere;

import java.util.List;
import java.util.UUID;

/**
 * Organisations that sit in one office: between them a round is kept ready while somebody is on
 * duty, and what is released goes at once instead of with the batch of the day. Everything else is
 * as between any others: by whom a case may be found, the basis, asylum, the quotas, the log; and
 * that nothing is released still says so with the batch alone, since the moment of an answer would
 * tell that somebody was found.
 */
public interface AtOnce {
  /** Pairs between which a round is kept ready, each from the side of this node that asks. */
  List<Sides> ready();

  /**
   * Whether what an organisation of this node releases to another goes at once: somebody of it is
   * on duty.
   */
  boolean between(UUID organisation, UUID asker);

  /** Two organisations; the first is of this node. */
  record Sides(UUID organisation, UUID far) {}
}
