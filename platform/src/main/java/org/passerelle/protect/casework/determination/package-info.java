/**
 * Best-interests determinations of a named panel: dated, reasoned acts, signed by at least three
 * members, replaced by a later one and never deleted. Acts that need such a determination ask
 * {@link Determinations#found}.
 */
@NamedInterface("determination")
@NullMarked
package org.passerelle.protect.casework.determination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
