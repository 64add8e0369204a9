package org.passerelle.protect.casework.cases;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Offers a page to a reader who opens the URL of a case that they no longer see but whose outcome
 * they may know. Each reason is one bean; all other readers get "not found".
 */
public interface CaseRedirect {
  /** URL of the page, if there is one for this reader. */
  Optional<String> page(UUID caseId, SignedIn who);
}
