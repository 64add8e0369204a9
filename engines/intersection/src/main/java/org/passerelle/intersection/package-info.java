/**
 * Is this person known elsewhere? Compares exact tokens of two organisations so that the asked side
 * learns which of its own files was asked for, and nothing else, and the asker nothing at all.
 */
@NullMarked
package org.passerelle.intersection;

import org.jspecify.annotations.NullMarked;
