package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.supervision.ClosureCheck;
import org.passerelle.protect.casework.supervision.ClosurePoints;
import org.springframework.stereotype.Component;

/** Consents that still hold, before a case is closed. */
@Component
class ConsentClosurePoints implements ClosurePoints {
  private final Consents consents;
  private final Clock clock;

  ConsentClosurePoints(Consents consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  public List<ClosureCheck.Point> of(UUID caseId, SignedIn who) {
    int held =
        (int) consents.of(caseId, who).stream().filter(c -> c.holds(clock.instant())).count();
    return List.of(new ClosureCheck.Point("consents", held, "/consents"));
  }
}
