/**
 * What leaves an organisation and comes to it: consent, referral, hand-over, letterbox, exports,
 * and the news of what the other side did.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "forms",
      "forms :: answers",
      "forms :: words",
      "gate",
      "language",
      "mail",
      "notice",
      "outbox",
      "pages",
      "pages :: map",
      "pages :: picture",
      "partner",
      "protect.casework :: care-booking",
      "protect.casework :: care-catalogue",
      "protect.casework :: care-plan",
      "protect.casework :: casefile",
      "protect.casework :: cases",
      "protect.casework :: cases-due",
      "protect.casework :: cases-files",
      "protect.casework :: cases-opening",
      "protect.casework :: cases-relations",
      "protect.casework :: cases-team",
      "protect.casework :: cases-web",
      "protect.casework :: compensation",
      "protect.casework :: determination",
      "protect.casework :: due",
      "protect.casework :: followup",
      "protect.casework :: guardian",
      "protect.casework :: guardian-web",
      "protect.casework :: intake",
      "protect.casework :: list",
      "protect.casework :: list-web",
      "protect.casework :: place",
      "protect.casework :: screening",
      "protect.casework :: stay",
      "protect.casework :: supervision",
      "protect.casework :: urgency",
      "protect.person",
      "refusal",
      "storage",
      "table",
      "undo",
      "work"
    })
@NullMarked
package org.passerelle.protect.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
