/** Who acts, and which roles may call what; the lowest floor, which everything else asks. */
@NullMarked
package org.passerelle.access;

import org.jspecify.annotations.NullMarked;
