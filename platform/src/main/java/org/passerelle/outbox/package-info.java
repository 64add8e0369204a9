/**
 * Outgoing messages are stored with the change that caused them, sent with retries, and take effect
 * exactly once.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "gate", "storage"})
@NullMarked
package org.passerelle.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
