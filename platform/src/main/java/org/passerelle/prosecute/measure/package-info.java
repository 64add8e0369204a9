/** Measures that an authority ordered, and assets that were seized or frozen. */
@NamedInterface("measure")
@NullMarked
package org.passerelle.prosecute.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
