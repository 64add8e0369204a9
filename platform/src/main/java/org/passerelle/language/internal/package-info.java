/** Reading of the language files. */
@NullMarked
package org.passerelle.language.internal;

import org.jspecify.annotations.NullMarked;
