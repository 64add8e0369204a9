/**
 * Needs of a person according to the form {@code needs-and-risk}, and their changes over time.
 * Nothing is scored.
 */
@NamedInterface("care-needs")
@NullMarked
package org.passerelle.protect.casework.care.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
