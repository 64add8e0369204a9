/**
 * The register: the strategy's facts as entries of kinds that are described by data, in three
 * languages, with their sources and every revision. Modules read an immutable {@link
 * org.passerelle.register.Facts} and compute from it.
 */
@ApplicationModule(
    allowedDependencies = {"access", "language", "pages", "refusal", "storage", "table"})
@NullMarked
package org.passerelle.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
