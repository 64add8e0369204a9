package org.passerelle.protect.casework.screening;

import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.springframework.stereotype.Component;

/**
 * Decides who sees a screening: its officer, the supervisors, and those who see the case opened
 * from it.
 */
@Component
class ScreeningSight {
  private final Cases cases;

  ScreeningSight(Cases cases) {
    this.cases = cases;
  }

  boolean maySee(SignedIn who, Screening screening) {
    UUID caseId = screening.caseId();
    return mayOpen(who, screening) || (caseId != null && seesCase(caseId, who));
  }

  boolean seesCase(UUID caseId, SignedIn who) {
    return cases.sees(caseId, who);
  }

  boolean mayOpen(SignedIn who, Screening screening) {
    return screening.organisation().equals(who.organisation())
        && (screening.officer().equals(who.user()) || who.is(Role.SUPERVISOR));
  }
}
