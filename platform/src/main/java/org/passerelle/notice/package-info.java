/**
 * Notifies users outside the application that something is waiting, never what: by mail and on
 * their devices, as they choose, and not in their quiet hours.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "gate",
      "language",
      "mail",
      "pages",
      "refusal",
      "storage",
      "storage :: keys"
    })
@NullMarked
package org.passerelle.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
