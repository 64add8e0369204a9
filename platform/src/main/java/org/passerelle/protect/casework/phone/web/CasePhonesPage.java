package org.passerelle.protect.casework.phone.web;

import java.util.List;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.screening.ScreeningOrigin.Told;

/** View of records of a case that came from phones. */
public record CasePhonesPage(Case file, List<Told> all, CaseWords words) {
  public CasePhonesPage {
    all = List.copyOf(all);
  }
}
