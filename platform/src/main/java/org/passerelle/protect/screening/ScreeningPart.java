package org.passerelle.protect.screening;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** Screenings among the parts of a case. */
@Component
class ScreeningPart implements CasePart {
  private final Screenings screenings;

  ScreeningPart(Screenings screenings) {
    this.screenings = screenings;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String key() {
    return "screening.part";
  }

  @Override
  public String path() {
    return "screenings";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return screenings.ofCase(who, caseId).size();
  }
}
