/**
 * Guardians: who decides or speaks for a person who cannot do so alone, on whose mandate and for
 * how long. A holder who is suspected, related to a suspect or not verified can neither consent nor
 * see anything; {@link Mandate#bar} decides that.
 */
@NamedInterface("guardian")
@NullMarked
package org.passerelle.protect.casework.guardian;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
