package org.passerelle.protect.cases;

import java.util.Collection;
import java.util.UUID;

/**
 * Something that is computed from what the parts of a case say and kept beside it, so that lists
 * follow an index. It is computed anew whenever a line is written into the journal of the case,
 * before that commits. Beans run in their order.
 */
public interface KeptBeside {
  /**
   * Computes it anew for cases that the caller holds, in the caller's transaction.
   *
   * @return how much reads otherwise than it was kept
   */
  int keep(Collection<UUID> cases);
}
