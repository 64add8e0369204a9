/**
 * Risk levels of a person, as found by successive assessments. The level is chosen by a person;
 * nothing is scored.
 */
@NamedInterface("risk")
@NullMarked
package org.passerelle.protect.casework.safety.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
