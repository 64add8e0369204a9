/**
 * The quarterly letter: an issue is composed from the register's facts and its own texts, rendered
 * as a page and as an accessible PDF, released when there is no obstacle, and archived as released.
 */
@NullMarked
package org.passerelle.steer.letter;

import org.jspecify.annotations.NullMarked;
