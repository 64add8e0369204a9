/** Internal computation; not part of the public API. */
@NullMarked
package org.passerelle.placement.internal;

import org.jspecify.annotations.NullMarked;
