/** Which pairs are compared. */
@NullMarked
package org.passerelle.linkage.internal.candidates;

import org.jspecify.annotations.NullMarked;
