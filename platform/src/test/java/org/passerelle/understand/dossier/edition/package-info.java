/** Tests of the editions. */
@NullMarked
package org.passerelle.understand.dossier.edition;

import org.jspecify.annotations.NullMarked;
