/** How the strings are read. */
@NullMarked
package org.passerelle.language.internal;

import org.jspecify.annotations.NullMarked;
