/** Shared by the pages of all modules: layout, navigation, errors, forms that take effect once. */
@ApplicationModule(
    allowedDependencies = {"access", "audit", "gate", "language", "refusal", "storage"})
@NullMarked
package org.passerelle.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
