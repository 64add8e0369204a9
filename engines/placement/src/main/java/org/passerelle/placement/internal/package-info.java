/** How it is computed; nobody outside relies on it. */
@NullMarked
package org.passerelle.placement.internal;

import org.jspecify.annotations.NullMarked;
