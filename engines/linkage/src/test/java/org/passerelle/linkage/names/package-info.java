@NullMarked
package org.passerelle.linkage.names;

import org.jspecify.annotations.NullMarked;
