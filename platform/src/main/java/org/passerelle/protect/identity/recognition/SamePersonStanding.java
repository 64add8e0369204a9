package org.passerelle.protect.identity.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/** Clause of the summary sentence that the person has another case, with a link to it. */
@Component
class SamePersonStanding implements CaseStanding {
  private static final int ORDER = 60;
  private final PossibleDuplicates pairs;

  SamePersonStanding(PossibleDuplicates pairs) {
    this.pairs = pairs;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    List<PossibleDuplicate.Side> same =
        pairs.of(file.person().id(), who).stream()
            .filter(pair -> pair.state().equals("same"))
            .map(pair -> pair.one().person().equals(file.person().id()) ? pair.other() : pair.one())
            .toList();
    if (same.isEmpty()) {
      return Standing.NONE;
    }
    String codes =
        same.stream().map(PossibleDuplicate.Side::code).collect(Collectors.joining(", "));
    String path = same.size() == 1 ? "/protect/cases/" + same.get(0).caseId() : "others";
    return new Standing(
        Optional.of(new Clause(ORDER, page.text("stands.same-person", codes), "", path)),
        List.of());
  }
}
