/**
 * User accounts: organisations, users and their roles, sign-in with second factors, sessions,
 * personal tokens.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "approval",
      "audit",
      "gate",
      "language",
      "pages",
      "refusal",
      "storage"
    })
@NullMarked
package org.passerelle.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
