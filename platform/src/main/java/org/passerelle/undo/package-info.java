/**
 * Undo: the author of an action can undo it for ten seconds, as long as nothing has been sent.
 * Modules implement undoing for each action, and outgoing messages wait in the outbox until then.
 */
@NullMarked
package org.passerelle.undo;

import org.jspecify.annotations.NullMarked;
