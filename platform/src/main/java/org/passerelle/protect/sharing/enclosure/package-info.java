/**
 * Files enclosed with what one organisation tells another about a person: selected, split into
 * pieces, reassembled, and kept by the recipient until they are recalled.
 */
@NullMarked
package org.passerelle.protect.sharing.enclosure;

import org.jspecify.annotations.NullMarked;
