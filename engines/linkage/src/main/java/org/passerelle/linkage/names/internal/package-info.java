/** How names are read and compared; nothing here is for others to rely on. */
@NullMarked
package org.passerelle.linkage.names.internal;

import org.jspecify.annotations.NullMarked;
