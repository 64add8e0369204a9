/** The strategy: plans, objectives, projects, events, report and programme, letter, statistics. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "audit",
      "language",
      "pages",
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
