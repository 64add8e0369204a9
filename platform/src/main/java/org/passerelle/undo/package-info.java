/**
 * An act can be taken back by its author for ten seconds, as long as nothing of it has left the
 * house: rooms say how each act is put back, and what would leave waits in the outbox until then.
 */
@NullMarked
package org.passerelle.undo;

import org.jspecify.annotations.NullMarked;
