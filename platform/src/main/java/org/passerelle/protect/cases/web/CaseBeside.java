package org.passerelle.protect.cases.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseNotice;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** What other parts of the room show beside a case: their pages, notices and deadlines. */
@Component
class CaseBeside {
  private final List<CasePart> parts;
  private final List<CaseNotice> notices;
  private final DeadlineLines deadlines;

  CaseBeside(List<CasePart> parts, List<CaseNotice> notices, DeadlineLines deadlines) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
    this.notices = List.copyOf(notices);
    this.deadlines = deadlines;
  }

  List<CasePage.Part> parts(UUID id, Act act) {
    return parts.stream()
        .map(part -> new CasePage.Part(part.key(), part.path(), part.counted().of(id, act.who())))
        .toList();
  }

  List<CaseNotice.Note> notices(Case found, Act act) {
    return notices.stream().flatMap(n -> n.of(found, act.who(), act.page()).stream()).toList();
  }

  List<DeadlineLine> deadlines(Case found, Act act) {
    return deadlines.of(found, act.who(), act.page());
  }
}
