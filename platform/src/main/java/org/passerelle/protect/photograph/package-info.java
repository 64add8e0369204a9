/**
 * Photographs of a person: only on a consent of their own, in no list, seen by a click that is
 * logged, and gone with the consent. They go into no dossier: nothing that leaves has a field for
 * them.
 */
@NullMarked
package org.passerelle.protect.photograph;

import org.jspecify.annotations.NullMarked;
