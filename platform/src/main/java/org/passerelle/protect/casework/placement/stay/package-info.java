/** Stays at a place: expected, present, absent, missing, ended; what happened and who was told. */
@NamedInterface("stay")
@NullMarked
package org.passerelle.protect.casework.placement.stay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
