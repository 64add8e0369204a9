/**
 * Hit / no hit between investigators: whether another office of this installation knows a suspect.
 * A hit tells both sides that there is one and whom to call; victims are never in it.
 */
@NamedInterface("hit")
@NullMarked
package org.passerelle.prosecute.hit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
