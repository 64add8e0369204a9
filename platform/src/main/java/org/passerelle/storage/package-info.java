/** The database, the key store and the sealing of what must be ciphertext at rest. */
@NullMarked
package org.passerelle.storage;

import org.jspecify.annotations.NullMarked;
