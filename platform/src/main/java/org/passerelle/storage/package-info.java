/** The database, the key store and the sealing of what must be ciphertext at rest. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
