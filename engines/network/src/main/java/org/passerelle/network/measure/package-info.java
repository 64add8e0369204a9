/** Measures of position, cohesion and vulnerability on a graph; each names its source. */
@NullMarked
package org.passerelle.network.measure;

import org.jspecify.annotations.NullMarked;
