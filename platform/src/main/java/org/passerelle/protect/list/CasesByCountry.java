package org.passerelle.protect.list;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.RegionFigures;
import org.springframework.stereotype.Component;

/** Open cases by country, and in how many of them something is late. */
@Component
class CasesByCountry implements RegionFigures {
  private final CaseList list;

  CasesByCountry(CaseList list) {
    this.list = list;
  }

  @Override
  public List<Figure> figures(SignedIn who) {
    return list.byCountry(who).stream()
        .map(c -> new Figure(c.country(), c.cases(), c.late()))
        .toList();
  }
}
