/**
 * Hearings of children: heard once, in a room made for it, recorded, with whoever the child needs.
 */
@NamedInterface("hearing")
@NullMarked
package org.passerelle.prosecute.hearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
