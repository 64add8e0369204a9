/**
 * Subscribers to the quarterly letter, and the sending of released issues to them: each issue to
 * each subscriber once.
 */
@NullMarked
package org.passerelle.steer.letter.mailing;

import org.jspecify.annotations.NullMarked;
