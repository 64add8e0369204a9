/**
 * The algorithms of disclosure control: attack, suppression, rounding, noise, on plain arrays. Not
 * part of the public API.
 */
@NullMarked
package org.passerelle.disclosure.internal;

import org.jspecify.annotations.NullMarked;
