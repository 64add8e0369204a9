package org.passerelle.protect.casework.cases.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.springframework.stereotype.Component;

/** Deadlines set by law or by a decision, for the whole team of a case. */
@Component
class DeadlinesDue implements DueSource {
  private final CaseDeadlines deadlines;

  DeadlinesDue(CaseDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public String kind() {
    return "deadline";
  }

  @Override
  public String group() {
    return "deadlines";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    List<Due> found = new ArrayList<>();
    for (CaseDeadlines.Deadline one : deadlines.dated(cases)) {
      LocalDate due = one.due();
      if (due != null) {
        found.add(
            Due.on(one.caseId(), "deadline", one.event(), CaseDeadlines.code(one), due, one.lead())
                .forTeam());
      }
    }
    return found;
  }

  @Override
  public String words(Due due, Texts texts) {
    return new LegalWords(texts).of(deadlines.rule(due.detail()));
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "#deadlines";
  }
}
