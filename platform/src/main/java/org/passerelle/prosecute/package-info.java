/** Dismantling networks: investigations, suspects, joint investigation teams, proceedings. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.prosecute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
