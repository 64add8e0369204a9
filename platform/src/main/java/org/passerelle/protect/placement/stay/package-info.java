/**
 * Somebody is expected at a place, lives there, is away, is missing, has left; what happened and
 * who was told.
 */
@NamedInterface("stay")
@NullMarked
package org.passerelle.protect.placement.stay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
