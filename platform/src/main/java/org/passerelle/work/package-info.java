/**
 * Long-running work in the background: it reports its progress, can be cancelled, belongs to one
 * user, and keeps its results sealed until they expire.
 */
@ApplicationModule(allowedDependencies = {"access", "refusal", "storage"})
@NullMarked
package org.passerelle.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
