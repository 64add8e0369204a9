/**
 * Attacks on encodings, to know what an encoding is worth before it is relied on. The attacker
 * holds names of persons of whom some were encoded, knows the scheme, and has no key.
 */
@NullMarked
package org.passerelle.linkage.attack;

import org.jspecify.annotations.NullMarked;
