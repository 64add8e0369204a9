/**
 * Screening: dated, versioned answers to a set of indicators, and what they recommend. A screening
 * is not a finding. {@link org.passerelle.protect.casework.screening.Screenings} is the entry
 * point.
 */
@NamedInterface("screening")
@NullMarked
package org.passerelle.protect.casework.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
