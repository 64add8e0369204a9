/** Tests of the dossier. */
@NullMarked
package org.passerelle.understand.dossier;

import org.jspecify.annotations.NullMarked;
