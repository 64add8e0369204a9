/**
 * Victims in an investigation: a number, and coded facts as long as a basis holds. Never a name, a
 * way to reach somebody, or a place.
 */
@NamedInterface("victim")
@NullMarked
package org.passerelle.prosecute.victim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
