package org.passerelle.protect.casework.cases;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Detects changes of a case that make data given to others outdated. The package that gave the data
 * declares one as a bean.
 */
public interface DisclosedDataChanges {

  /**
   * Carries out a change of a case.
   *
   * @return URL of the page from which recipients with outdated data can be told; empty if there
   *     are none
   */
  Optional<String> changing(UUID caseId, SignedIn who, Runnable change);
}
