/** How good the result is, stated without labels. */
@NullMarked
package org.passerelle.linkage.internal.quality;

import org.jspecify.annotations.NullMarked;
