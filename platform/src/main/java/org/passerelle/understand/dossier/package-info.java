/**
 * The dossier of a network in twelve chapters: computed parts and the authors' texts, in versions
 * that are issued by name, as an edition for magistrates and one that names nobody.
 */
@NullMarked
package org.passerelle.understand.dossier;

import org.jspecify.annotations.NullMarked;
