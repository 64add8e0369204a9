package org.passerelle.protect.casework.cases.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/** Content of other packages on the pages of a case: parts, status, notices and deadlines. */
@Component
class CaseContext {
  private final List<CasePart> parts;
  private final List<CaseStanding> standings;
  private final List<CaseNotice> notices;
  private final DeadlineLines deadlines;

  CaseContext(
      List<CasePart> parts,
      List<CaseStanding> standings,
      List<CaseNotice> notices,
      DeadlineLines deadlines) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
    this.standings = List.copyOf(standings);
    this.notices = List.copyOf(notices);
    this.deadlines = deadlines;
  }

  /** Parts of one side, with their counts. */
  List<CasePage.Part> parts(UUID id, CaseSide side, Act act) {
    return parts.stream()
        .filter(part -> part.side() == side)
        .map(part -> new CasePage.Part(part.key(), part.path(), part.counted().of(id, act.who())))
        .toList();
  }

  /** Status of the person in all respects. */
  CaseStatusSummary stands(Case found, Act act) {
    return CaseStatusSummary.of(
        standings.stream().map(one -> one.of(found, act.who(), act.page())).toList(),
        act.page().texts());
  }

  List<CaseNotice.Note> notices(Case found, Act act) {
    return notices.stream().flatMap(n -> n.of(found, act.who(), act.page()).stream()).toList();
  }

  List<DeadlineLine> deadlines(Case found, Act act) {
    return deadlines.of(found, act.who(), act.page());
  }
}
