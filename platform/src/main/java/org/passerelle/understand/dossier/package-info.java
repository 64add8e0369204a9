/**
 * The dossier of a network in twelve chapters: computed parts and the authors' texts, in versions
 * that are issued under a name, as an edition for magistrates and an anonymised one.
 */
@NullMarked
package org.passerelle.understand.dossier;

import org.jspecify.annotations.NullMarked;
