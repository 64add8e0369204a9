/** Programs behind every figure of speed in the documentation. */
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
