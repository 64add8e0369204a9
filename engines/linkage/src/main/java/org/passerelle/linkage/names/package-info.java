/** Is this written name the same as that one? Names of the region in Latin, Cyrillic and Greek. */
@NullMarked
package org.passerelle.linkage.names;

import org.jspecify.annotations.NullMarked;
