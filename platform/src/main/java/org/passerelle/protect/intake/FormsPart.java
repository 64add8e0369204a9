package org.passerelle.protect.intake;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** Intake and follow-up among the parts of a case. */
@Component
class FormsPart implements CasePart {
  private final CaseForms forms;

  FormsPart(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public String key() {
    return "intake.part";
  }

  @Override
  public String path() {
    return "forms";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return forms.of(caseId, who).size();
  }
}
