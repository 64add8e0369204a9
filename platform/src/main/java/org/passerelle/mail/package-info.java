/**
 * Sends mail through the operator's relay: to colleagues that something waits, never what; to
 * subscribers what is published.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
