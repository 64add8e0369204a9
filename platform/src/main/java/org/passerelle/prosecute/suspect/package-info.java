/** Suspects of an investigation, and what they are recognised by. */
@NamedInterface("suspect")
@NullMarked
package org.passerelle.prosecute.suspect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
