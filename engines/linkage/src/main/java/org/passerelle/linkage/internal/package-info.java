/** The arithmetic of linkage: comparisons, candidates, weights, clusters. Not for others. */
@NullMarked
package org.passerelle.linkage.internal;

import org.jspecify.annotations.NullMarked;
