package org.passerelle.protect.casework.cases.web;

import java.time.Instant;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/** The next deadline set by law or by a decision, as a clause of the summary sentence. */
@Component
class DeadlineStanding implements CaseStanding {
  private final DeadlineLines deadlines;

  DeadlineStanding(DeadlineLines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    List<DeadlineLine> all = deadlines.of(file, who, page);
    DeadlineLine first = all.isEmpty() ? null : all.get(0);
    if (first == null) {
      return Standing.NONE;
    }
    Instant due = first.due();
    if (due == null) {
      return Standing.of(
          new Clause(50, page.text("stands.undated", all.size()), "soon", "side/justice"), null);
    }
    String urgency = page.moments().urgency(due);
    return Standing.of(
        new Clause(
            50,
            page.text("stands.due", first.words(), page.moments().deadline(due)),
            urgency.equals("calm") ? "" : urgency,
            "side/justice"),
        null);
  }
}
