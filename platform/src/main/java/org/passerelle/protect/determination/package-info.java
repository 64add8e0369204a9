/**
 * What a named panel found to be in a child's best interests: a dated, reasoned act, signed by at
 * least three of its members, reviewed by another one and never deleted. Whatever needs such a
 * finding asks {@link Determinations#found}.
 */
@NamedInterface("determination")
@NullMarked
package org.passerelle.protect.determination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
