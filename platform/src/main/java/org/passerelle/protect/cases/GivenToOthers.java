package org.passerelle.protect.cases;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Others may have been given what a change of a case makes wrong. The room that gives it declares
 * one as a bean.
 */
public interface GivenToOthers {

  /**
   * Changes a case.
   *
   * @return the page on which those are told who now have something else than what stands here;
   *     nothing where nobody has
   */
  Optional<String> changing(UUID caseId, SignedIn who, Runnable change);
}
