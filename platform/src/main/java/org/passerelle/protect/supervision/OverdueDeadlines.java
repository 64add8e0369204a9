package org.passerelle.protect.supervision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.CaseDeadlines;
import org.passerelle.protect.cases.LegalWords;
import org.springframework.stereotype.Component;

/** Deadlines set by law or by a decision that have passed and that nobody has settled. */
@Component
class OverdueDeadlines implements OverdueSource {
  private final CaseDeadlines deadlines;

  OverdueDeadlines(CaseDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public String group() {
    return "deadlines";
  }

  @Override
  public List<Overdue> overdue(SignedIn who, Page page) {
    LegalWords words = new LegalWords(page.texts());
    LocalDate yesterday = page.moments().today().minusDays(1);
    List<Overdue> found = new ArrayList<>();
    for (CaseDeadlines.Deadline deadline :
        deadlines.dated(who, true, yesterday, page.moments().zone())) {
      LocalDate due = deadline.due();
      if (due != null) {
        found.add(
            new Overdue(
                due.atTime(LocalTime.of(23, 59)).atZone(page.moments().zone()).toInstant(),
                words.of(deadline),
                deadline.code(),
                deadline.lead(),
                "/protect/cases/" + deadline.caseId() + "#deadlines"));
      }
    }
    return found;
  }
}
