/** Compares many encodings of 1,024 bits with many, keeping only the pairs near enough. */
@NullMarked
package org.passerelle.linkage.kernel;

import org.jspecify.annotations.NullMarked;
