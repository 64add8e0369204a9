/** The audit log's pages, and the launcher's endpoints for a running server. */
@NullMarked
package org.passerelle.house.log;

import org.jspecify.annotations.NullMarked;
