/** Sends mail through the operator's relay: that something waits, never what. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
