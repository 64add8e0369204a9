/**
 * The curve P-256 for many points at once: multiplication, hashing to the curve by RFC 9380, SEC 1
 * encodings; independent of what the points represent.
 */
@NullMarked
package org.passerelle.intersection.curve;

import org.jspecify.annotations.NullMarked;
