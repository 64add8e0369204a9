/** Reads a folder of files as the exhibits of a case, for users without a server. */
@NullMarked
package org.passerelle.evidence.folder;

import org.jspecify.annotations.NullMarked;
