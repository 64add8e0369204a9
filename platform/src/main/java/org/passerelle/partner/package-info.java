/**
 * The network of the strategy: countries, posts, organisations, agreements and their ratification.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "approval",
      "audit",
      "gate",
      "language",
      "outbox",
      "pages",
      "pages :: map",
      "pages :: picture",
      "refusal",
      "register",
      "storage",
      "storage :: keys"
    })
@NullMarked
package org.passerelle.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
