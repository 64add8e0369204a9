@NullMarked
package org.passerelle.linkage.encoding;

import org.jspecify.annotations.NullMarked;
