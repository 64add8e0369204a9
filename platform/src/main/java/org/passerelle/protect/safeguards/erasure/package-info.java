/**
 * Retention and erasure: nothing is deleted without a review; erased data have lost their key, rows
 * and figures, and everybody who received them is told.
 */
@NullMarked
package org.passerelle.protect.safeguards.erasure;

import org.jspecify.annotations.NullMarked;
