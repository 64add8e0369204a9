@NullMarked
package org.passerelle.linkage;

import org.jspecify.annotations.NullMarked;
