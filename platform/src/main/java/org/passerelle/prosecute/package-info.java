/**
 * From suspicion to judgment: investigations and who works on them, victims on a basis, suspects,
 * charges, measures. Care data come in case by case, only on a basis for this purpose.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "forms :: words",
      "language",
      "outbox",
      "pages",
      "paper",
      "protect.casework :: casefile",
      "protect.casework :: cases",
      "protect.casework :: compensation",
      "protect.casework :: place",
      "protect.sharing :: consent",
      "refusal",
      "register",
      "storage",
      "table",
      "understand :: network",
      "work"
    })
@NullMarked
package org.passerelle.prosecute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
