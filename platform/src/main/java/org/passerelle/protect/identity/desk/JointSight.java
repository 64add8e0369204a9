package org.passerelle.protect.identity.desk;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.OwnScreenings;
import org.springframework.stereotype.Component;

/**
 * Decides who reads a joint screening: on the side that conducted it those who see its case, on the
 * other side those who work at the desk, since there is no file yet.
 */
@Component
class JointSight {
  private final DeskRows desks;
  private final Cases cases;
  private final OwnScreenings screenings;

  JointSight(DeskRows desks, Cases cases, OwnScreenings screenings) {
    this.desks = desks;
    this.cases = cases;
    this.screenings = screenings;
  }

  boolean reads(JointScreening jointScreening, Desk desk, SignedIn who) {
    if (!jointScreening.organisation().equals(who.organisation())) {
      return false;
    }
    Optional<UUID> file =
        jointScreening.here()
            ? Optional.ofNullable(jointScreening.caseId())
            : Optional.ofNullable(jointScreening.screening())
                .flatMap(own -> screenings.caseOf(own, jointScreening.organisation()));
    return file.map(id -> cases.sees(id, who))
        .orElseGet(
            () ->
                !jointScreening.here()
                    && (Desks.leads(who) || desks.officers(desk).contains(who.user())));
  }
}
