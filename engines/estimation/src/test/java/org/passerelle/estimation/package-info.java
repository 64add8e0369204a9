/** Compares the estimation with the results of the reference programs, and tests its rules. */
@NullMarked
package org.passerelle.estimation;

import org.jspecify.annotations.NullMarked;
