/** What the operator's commands ask the running house about backup and keys. */
@NullMarked
package org.passerelle.house.backup;

import org.jspecify.annotations.NullMarked;
