@NullMarked
package org.passerelle.linkage.spark;

import org.jspecify.annotations.NullMarked;
