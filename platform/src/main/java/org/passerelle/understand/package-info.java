/**
 * The sociological approach to exploitation networks: diagnoses, networks, corridors, estimates.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "audit",
      "forms :: words",
      "language",
      "pages",
      "pages :: map",
      "paper",
      "partner",
      "prevent :: watch",
      "protect.casework :: cases",
      "protect.casework :: screening",
      "protect.casework :: zone",
      "protect.identity :: find",
      "protect.sharing :: consent",
      "refusal",
      "register",
      "storage",
      "work"
    })
@NullMarked
package org.passerelle.understand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
