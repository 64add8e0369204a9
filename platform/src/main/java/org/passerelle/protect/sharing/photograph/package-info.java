/**
 * Photographs of a person: only with the person's consent to it, in no list, opened by a logged
 * click, and deleted with the consent. Dossiers and other messages have no field for them.
 */
@NullMarked
package org.passerelle.protect.sharing.photograph;

import org.jspecify.annotations.NullMarked;
