/**
 * Checks on incoming requests before authentication: size of the body, speed, parallel requests of
 * one address, and valid text.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
