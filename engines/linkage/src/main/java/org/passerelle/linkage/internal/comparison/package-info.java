/** How two values are compared. */
@NullMarked
package org.passerelle.linkage.internal.comparison;

import org.jspecify.annotations.NullMarked;
