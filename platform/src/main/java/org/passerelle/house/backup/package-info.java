/** Endpoints for the operator's backup and key commands while the server runs. */
@NullMarked
package org.passerelle.house.backup;

import org.jspecify.annotations.NullMarked;
