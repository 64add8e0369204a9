/**
 * The rights of the persons concerned: erasure, what is stored about them and who read it,
 * oversight by data protection, figures that identify nobody.
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
      "language",
      "outbox",
      "pages",
      "pages :: map",
      "partner",
      "protect.casework :: casefile",
      "protect.casework :: cases",
      "protect.casework :: phone",
      "protect.casework :: screening",
      "protect.person",
      "protect.sharing :: consent",
      "protect.sharing :: htcds",
      "protect.sharing :: referral",
      "protect.sharing :: referral-onward",
      "protect.sharing :: referral-received",
      "protect.sharing :: referral-withdrawal",
      "protect.sharing :: transfer",
      "refusal",
      "storage",
      "table",
      "undo"
    })
@NullMarked
package org.passerelle.protect.safeguards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
