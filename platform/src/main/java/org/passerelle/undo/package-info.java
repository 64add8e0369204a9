/**
 * Undo: the author of an action can undo it for ten seconds, as long as nothing has been sent.
 * Modules implement undoing for each action, and outgoing messages wait in the outbox until then.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "outbox", "refusal", "storage"})
@NullMarked
package org.passerelle.undo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
