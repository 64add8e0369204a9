/**
 * The curve P-256 for many points at once: raising, hashing to the curve by RFC 9380, encodings of
 * SEC 1; nothing here knows what the points stand for.
 */
@NullMarked
package org.passerelle.intersection.curve;

import org.jspecify.annotations.NullMarked;
