package org.passerelle.protect.casework.compensation;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Who has seen what was told of awards; answered by what knows of news. */
public interface AwardNews {
  /** Marks what is new about awards of a case as seen by the reader. */
  void seen(UUID caseId, SignedIn who);
}
