package org.passerelle.protect.cases;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Where a reader is led who comes to the address of a case that they no longer see, and may know
 * what became of it. Each reason is one bean; for everybody else it is not there.
 */
public interface CaseElsewhere {
  /** The page that says so, if there is one for this reader. */
  Optional<String> page(UUID caseId, SignedIn who);
}
