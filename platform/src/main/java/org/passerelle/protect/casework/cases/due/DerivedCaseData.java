package org.passerelle.protect.casework.cases.due;

import java.util.Collection;
import java.util.UUID;

/**
 * Derived data of a case, stored so that lists can use an index. They are recomputed whenever the
 * journal of a case gets an entry, before the commit. Beans run in their order.
 */
public interface DerivedCaseData {
  /**
   * Recomputes the data of cases that the caller has locked, in the caller's transaction.
   *
   * @return number of changed values
   */
  int keep(Collection<UUID> cases);
}
