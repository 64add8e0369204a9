/**
 * The programming interface: a REST API under {@code /api/v1} with the same rules as the pages, and
 * webhooks that notify an organisation's own systems of events.
 */
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
      "prevent :: channel",
      "protect.casework :: cases",
      "protect.casework :: cases-notes",
      "protect.casework :: cases-opening",
      "protect.casework :: cases-web",
      "protect.casework :: list",
      "protect.casework :: screening",
      "protect.person",
      "protect.safeguards :: oversight",
      "protect.sharing :: referral",
      "protect.sharing :: referral-dossier",
      "protect.sharing :: referral-received",
      "refusal",
      "storage"
    })
@NullMarked
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
