package org.passerelle.protect.cases;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Component;

/** Who looked, among the parts of a case. */
@Component
class LooksPart implements CasePart {
  private final Looks looks;

  LooksPart(Looks looks) {
    this.looks = looks;
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String key() {
    return "audit.looked";
  }

  @Override
  public String path() {
    return "looked";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return Math.toIntExact(looks.count(caseId, who));
  }
}
