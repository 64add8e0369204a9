/** Answers to forms: typed, checked, submitted, read. */
@NamedInterface("answers")
@NullMarked
package org.passerelle.forms.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
