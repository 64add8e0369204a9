/**
 * The arithmetic of disclosure: attack, hiding, rounding, noise, on plain arrays. Not for others.
 */
@NullMarked
package org.passerelle.disclosure.internal;

import org.jspecify.annotations.NullMarked;
