package org.passerelle.protect.identity.desk;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.screening.AfterScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.springframework.stereotype.Component;

/** Offers an officer on duty at a desk to share a screening from its result page. */
@Component
class DeskOffer implements AfterScreening {
  private final Desks desks;
  private final Shifts shifts;

  DeskOffer(Desks desks, Shifts shifts) {
    this.desks = desks;
    this.shifts = shifts;
  }

  @Override
  public List<Offer> offers(Screening screening, SignedIn who) {
    return desks.of(who).stream()
        .filter(d -> shifts.onDuty(d, who))
        .map(
            d ->
                new Offer(
                    "desk.share.at",
                    d.crossing(),
                    "/protect/desks/" + d.id() + "/share/" + screening.id()))
        .toList();
  }
}
