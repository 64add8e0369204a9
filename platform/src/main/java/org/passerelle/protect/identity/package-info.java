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
      "language",
      "outbox",
      "pages",
      "partner",
      "protect.casework :: cases",
      "protect.casework :: cases-web",
      "protect.casework :: list",
      "protect.casework :: list-web",
      "protect.casework :: place",
      "protect.casework :: screening",
      "protect.person",
      "protect.sharing :: consent",
      "protect.sharing :: referral",
      "refusal",
      "storage",
      "work"
    })
@NullMarked
package org.passerelle.protect.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
