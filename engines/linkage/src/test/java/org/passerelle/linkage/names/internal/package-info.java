@NullMarked
package org.passerelle.linkage.names.internal;

import org.jspecify.annotations.NullMarked;
