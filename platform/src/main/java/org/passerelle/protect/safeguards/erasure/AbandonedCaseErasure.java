package org.passerelle.protect.safeguards.erasure;

import java.util.UUID;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.received.CaseAbandoned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes a case that was opened from a dossier and never worked in when the dossier is declined:
 * it holds only a copy. Erasing anything that somebody recorded needs a second person; this does
 * not.
 */
@Component
class AbandonedCaseErasure {
  private final Cases cases;
  private final Erasures erasures;

  AbandonedCaseErasure(Cases cases, Erasures erasures) {
    this.cases = cases;
    this.erasures = erasures;
  }

  @EventListener
  void on(CaseAbandoned left) {
    UUID person = cases.forHouse(left.caseId()).person().id();
    erasures.erase(
        person, left.who().organisation(), PersonErasure.MISTAKE, left.who().user(), left.who());
  }
}
