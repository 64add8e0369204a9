/**
 * The quarterly letter: an issue is composed from the register's facts and its own texts, set as a
 * page and as an accessible PDF, released when nothing stands in the way, and kept as it was
 * released.
 */
@NamedInterface("letter")
@NullMarked
package org.passerelle.steer.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
