package org.passerelle.protect.consent;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** Consents and legal bases among the parts of a case. */
@Component
class ConsentPart implements CasePart {
  private final Consents consents;
  private final LegalGrounds grounds;

  ConsentPart(Consents consents, LegalGrounds grounds) {
    this.consents = consents;
    this.grounds = grounds;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String key() {
    return "consent.part";
  }

  @Override
  public String path() {
    return "consents";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return consents.of(caseId, who).size() + grounds.of(caseId, who).size();
  }
}
