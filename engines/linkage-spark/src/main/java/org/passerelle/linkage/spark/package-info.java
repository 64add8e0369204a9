/** Compares pairs on a Spark cluster, with the result of the engine in one process. */
@NullMarked
package org.passerelle.linkage.spark;

import org.jspecify.annotations.NullMarked;
