/** Warms up the server before it reports that it is ready. */
@NullMarked
package org.passerelle.house.warming;

import org.jspecify.annotations.NullMarked;
