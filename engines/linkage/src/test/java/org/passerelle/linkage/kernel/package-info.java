@NullMarked
package org.passerelle.linkage.kernel;

import org.jspecify.annotations.NullMarked;
