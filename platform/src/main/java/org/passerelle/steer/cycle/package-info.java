/**
 * The yearly cycle: the report for the past year and the programme for the coming one, drafted from
 * the register, decided by the steering committee, frozen with their digest.
 */
@NamedInterface("cycle")
@NullMarked
package org.passerelle.steer.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
