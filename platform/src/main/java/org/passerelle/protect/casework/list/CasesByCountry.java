package org.passerelle.protect.casework.list;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.map.RegionFigures;
import org.springframework.stereotype.Component;

/** Number of open cases by country, and of those with an overdue item. */
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
