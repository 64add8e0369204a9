/**
 * What the operator's log may contain: what went wrong and where, and nothing that a person
 * entered.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
