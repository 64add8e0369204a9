/** A folder of files as the exhibits of a case, for whoever has no server. */
@NullMarked
package org.passerelle.evidence.folder;

import org.jspecify.annotations.NullMarked;
