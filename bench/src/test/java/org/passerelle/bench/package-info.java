/** Tests of the benchmark programs. */
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
