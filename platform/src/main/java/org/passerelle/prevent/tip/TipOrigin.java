package org.passerelle.prevent.tip;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.ScreeningOrigin;
import org.springframework.stereotype.Component;

/** Says on a screening that it was begun from a tip, with the code by which the team names it. */
@Component
class TipOrigin implements ScreeningOrigin {
  private final TipRows rows;

  TipOrigin(TipRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Told> told(Screening screening, SignedIn who, Page page) {
    return rows.ofScreening(screening.id())
        .filter(tip -> tip.organisation().equals(who.organisation()))
        .map(
            tip ->
                new Told(
                    page.text("triage.origin"),
                    List.of(),
                    List.of(
                        new ScreeningOrigin.Fact(page.text("triage.code"), tip.code()),
                        new ScreeningOrigin.Fact(
                            page.text("triage.state"),
                            page.text("triage.arrived", page.moments().instant(tip.arrived())))),
                    List.of()));
  }
}
