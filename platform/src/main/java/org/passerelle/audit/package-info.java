/** The audit log: every access is logged in a hash chain that an auditor can verify. */
@ApplicationModule(allowedDependencies = {"access", "storage", "storage :: keys"})
@NullMarked
package org.passerelle.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
