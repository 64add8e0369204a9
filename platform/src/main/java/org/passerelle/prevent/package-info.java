/** Campaigns, populations and places at risk, public reports and partner tips. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "audit",
      "forms",
      "forms :: answers",
      "forms :: words",
      "gate",
      "language",
      "pages",
      "pages :: picture",
      "partner",
      "protect.casework :: place",
      "protect.casework :: screening",
      "refusal",
      "register",
      "storage",
      "storage :: keys"
    })
@NullMarked
package org.passerelle.prevent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
