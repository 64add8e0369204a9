/** The files of a store of linked records: written once, checked when read, replaced as a whole. */
@NullMarked
package org.passerelle.linkage.internal.store;

import org.jspecify.annotations.NullMarked;
