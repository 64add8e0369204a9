/** The strategy: plans, objectives, projects, events, report and programme, letter, statistics. */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "forms",
      "gate",
      "language",
      "mail",
      "pages",
      "pages :: map",
      "pages :: picture",
      "paper",
      "partner",
      "prevent :: campaign",
      "prevent :: effect",
      "prevent :: wording",
      "protect.casework :: cases",
      "protect.identity :: find",
      "refusal",
      "register",
      "storage",
      "storage :: keys",
      "understand :: estimation",
      "understand :: estimation-web",
      "work"
    })
@NullMarked
package org.passerelle.steer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
