@NullMarked
package org.passerelle.linkage.internal;

import org.jspecify.annotations.NullMarked;
