/**
 * Screening: dated, versioned answers to an indicator set and what they recommend. A screening is
 * not a finding. {@link org.passerelle.protect.screening.Screenings} is the way in.
 */
@NamedInterface("screening")
@NullMarked
package org.passerelle.protect.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
