/**
 * Retention and erasure: nothing ends without a review; what was erased has lost its key, its rows
 * and its figures, and whoever had received something is told.
 */
@NullMarked
package org.passerelle.protect.erasure;

import org.jspecify.annotations.NullMarked;
