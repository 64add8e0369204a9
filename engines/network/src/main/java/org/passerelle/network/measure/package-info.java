/** Measures of position, cohesion and vulnerability of a graph; each names its source. */
@NullMarked
package org.passerelle.network.measure;

import org.jspecify.annotations.NullMarked;
