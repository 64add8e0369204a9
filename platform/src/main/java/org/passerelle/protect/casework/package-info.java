/**
 * The work on a case: the file itself, screening, urgency, care, placement, supervision, and the
 * day of the person who does it.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "forms",
      "forms :: answers",
      "forms :: expression",
      "forms :: words",
      "gate",
      "language",
      "pages",
      "pages :: map",
      "pages :: picture",
      "paper",
      "partner",
      "partner :: identity",
      "protect.person",
      "refusal",
      "register",
      "storage",
      "storage :: keys",
      "undo"
    })
@NullMarked
package org.passerelle.protect.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
