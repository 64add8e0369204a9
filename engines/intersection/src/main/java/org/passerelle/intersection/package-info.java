/**
 * Is this person known elsewhere? Exact tokens of two organisations compared so that the asked side
 * learns which of its own files was asked for, and nothing else, and the asker nothing at all.
 */
@NullMarked
package org.passerelle.intersection;

import org.jspecify.annotations.NullMarked;
