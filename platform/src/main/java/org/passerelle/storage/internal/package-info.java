/** How the key store and the sealing are made. */
@NullMarked
package org.passerelle.storage.internal;

import org.jspecify.annotations.NullMarked;
