/** Creates the key store and the sealing. */
@NullMarked
package org.passerelle.storage.internal;

import org.jspecify.annotations.NullMarked;
