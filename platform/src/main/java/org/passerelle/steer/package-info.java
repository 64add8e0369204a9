/** The strategy: plans, objectives, projects, events, report and programme, letter, statistics. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "language",
      "pages",
      "pages :: map",
      "pages :: picture",
      "paper",
      "partner",
      "refusal",
      "register",
      "storage"
    })
@NullMarked
package org.passerelle.steer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
