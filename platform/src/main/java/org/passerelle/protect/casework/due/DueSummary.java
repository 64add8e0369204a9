package org.passerelle.protect.casework.due;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/** Clause of the summary sentence about the next due item, or that there is none. */
@Component
class DueSummary implements CaseStanding {
  /** Kinds with a clause of their own. */
  private static final Set<String> SAID = Set.of("deadline", "guardian");

  private final Dues dues;

  DueSummary(Dues dues) {
    this.dues = dues;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    List<DueThing> all = dues.of(file.id(), who, page.texts());
    Optional<DueThing> next = all.stream().filter(one -> !SAID.contains(one.kind())).findFirst();
    if (next.isEmpty()) {
      // due items mentioned by other clauses count as well
      return file.open() && all.isEmpty()
          ? Standing.missing(Missing.of(70, "lacks.task", "tasks/new", page))
          : Standing.NONE;
    }
    DueThing one = next.get();
    String urgency = page.moments().urgency(one.at());
    return Standing.of(
        new Clause(
            45,
            page.text("stands.next", page.moments().deadline(one.at()), one.words()),
            urgency.equals("calm") ? "" : urgency,
            ""),
        null);
  }
}
