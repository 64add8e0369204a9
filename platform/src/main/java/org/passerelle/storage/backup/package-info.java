/**
 * Backup and restore, in plain Java: the database in a form that H2 and PostgreSQL both read back,
 * and the wrapped keys apart from it, both encrypted for whoever holds the node's key.
 */
@NamedInterface("backup")
@NullMarked
package org.passerelle.storage.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
