package org.passerelle.protect.casework.supervision;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Unfinished matters of a case that others know of; {@link ClosureCheck} gathers them. */
public interface ClosurePoints {
  /** The points for a case that the reader may see, settled ones included. */
  List<ClosureCheck.Point> of(UUID caseId, SignedIn who);
}
