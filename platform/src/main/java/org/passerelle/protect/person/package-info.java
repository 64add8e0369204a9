/** Persons: identity, contact, and the words and sounds by which their files are found. */
@ApplicationModule(
    allowedDependencies = {"access", "audit", "gate", "language", "refusal", "storage"})
@NullMarked
package org.passerelle.protect.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
