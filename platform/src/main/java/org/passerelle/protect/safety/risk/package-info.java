/**
 * How far a person may come to harm, as assessments found it one after the other. A human judges;
 * nothing is scored.
 */
@NamedInterface("risk")
@NullMarked
package org.passerelle.protect.safety.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
