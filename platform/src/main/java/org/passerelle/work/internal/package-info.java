/** How background work is run and stored. */
@NullMarked
package org.passerelle.work.internal;

import org.jspecify.annotations.NullMarked;
