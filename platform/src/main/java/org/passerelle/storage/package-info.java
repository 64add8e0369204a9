/** The database, the key store and the encryption of content at rest. */
@NullMarked
package org.passerelle.storage;

import org.jspecify.annotations.NullMarked;
