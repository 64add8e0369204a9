/** The acting user and the roles that may call a route; the lowest module, used by all others. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
