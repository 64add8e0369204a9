/**
 * Writes a dossier as an edition: for magistrates with the team's words, or anonymised by a pen
 * that has none of them. The same document is displayed as a page and printed.
 */
@NullMarked
package org.passerelle.understand.dossier.edition;

import org.jspecify.annotations.NullMarked;
