/** Code lists of forms as options and labels, in the reader's language. */
@NamedInterface("words")
@NullMarked
package org.passerelle.forms.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
