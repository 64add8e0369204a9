/**
 * Long work in the background: it shows how far it is, can be cancelled, belongs to one user, and
 * keeps its results sealed until they expire.
 */
@NullMarked
package org.passerelle.work;

import org.jspecify.annotations.NullMarked;
