/**
 * Writes a dossier as an edition: for magistrates with the team's words, or anonymised by a pen
 * that is given none of them. The same document is shown as a page and set on paper.
 */
@NullMarked
package org.passerelle.understand.dossier.edition;

import org.jspecify.annotations.NullMarked;
