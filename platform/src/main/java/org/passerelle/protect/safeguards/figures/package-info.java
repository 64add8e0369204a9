/**
 * Figures about the work, from coded columns only: no encrypted answer is decrypted, and no small
 * count is shown or revealed by a total.
 */
@NullMarked
package org.passerelle.protect.safeguards.figures;

import org.jspecify.annotations.NullMarked;
