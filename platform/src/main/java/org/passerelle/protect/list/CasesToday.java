package org.passerelle.protect.list;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.RegionFigures;
import org.passerelle.pages.Today;
import org.passerelle.protect.cases.CaseTasks;
import org.springframework.stereotype.Component;

/** One's own tasks, and open cases by country. */
@Component
class CasesToday implements Today, RegionFigures {
  private static final int SHOWN = 30;
  private final CaseTasks caseTasks;
  private final CaseList list;

  CasesToday(CaseTasks caseTasks, CaseList list) {
    this.caseTasks = caseTasks;
    this.list = list;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return caseTasks.mine(who, SHOWN).stream()
        .map(
            t ->
                new Item(
                    t.due(),
                    t.title(),
                    t.code()
                        + (t.pseudonym().isEmpty()
                            ? ""
                            : " · " + page.text("cases.pseudonym", t.pseudonym())),
                    "/protect/cases/" + t.caseId(),
                    page.text("home.open")))
        .toList();
  }

  @Override
  public List<Figure> figures(SignedIn who) {
    return list.byCountry(who).stream()
        .map(c -> new Figure(c.country(), c.cases(), c.late()))
        .toList();
  }
}
