/**
 * Backup and restore, in plain Java: the database in a form that both H2 and PostgreSQL can read
 * back, and the wrapped keys in a separate file, both encrypted for the holder of the node's key.
 */
@NamedInterface("backup")
@NullMarked
package org.passerelle.storage.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
