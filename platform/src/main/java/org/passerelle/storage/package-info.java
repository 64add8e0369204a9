/** The database, the key store and the encryption of content at rest. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
