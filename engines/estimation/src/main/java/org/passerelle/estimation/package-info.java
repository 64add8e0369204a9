/** How many are there, given who was seen on which lists? Multiple systems estimation. */
@NullMarked
package org.passerelle.estimation;

import org.jspecify.annotations.NullMarked;
