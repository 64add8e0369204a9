/**
 * Who decides or speaks for a person who cannot alone, on whose mandate and for how long. Whoever
 * is suspected, related to a suspect or not verified can neither consent nor see, and {@link
 * Mandate#bar} is where that is said.
 */
@NamedInterface("guardian")
@NullMarked
package org.passerelle.protect.guardian;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
