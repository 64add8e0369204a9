/**
 * Who a person may be: search, recognition of duplicates, questions to other organisations,
 * tracing, and the border desk.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "audit",
      "forms",
      "forms :: answers",
      "forms :: words",
      "language",
      "outbox",
      "pages",
      "partner",
      "protect.casework :: cases",
      "protect.casework :: cases-due",
      "protect.casework :: cases-opening",
      "protect.casework :: cases-relations",
      "protect.casework :: cases-web",
      "protect.casework :: list",
      "protect.casework :: list-web",
      "protect.casework :: place",
      "protect.casework :: screening",
      "protect.person",
      "protect.sharing :: consent",
      "protect.sharing :: referral",
      "protect.sharing :: referral-dossier",
      "protect.sharing :: referral-received",
      "protect.sharing :: referral-withdrawal",
      "refusal",
      "storage",
      "work"
    })
@NullMarked
package org.passerelle.protect.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
