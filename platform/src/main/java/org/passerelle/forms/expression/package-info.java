/**
 * The closed language of show-if: no variables but answers, no functions but two, no loops, three
 * truth values. The browser runs the same language against the same test vectors ({@code
 * forms/expression-vectors.json}).
 */
@NamedInterface("expression")
@NullMarked
package org.passerelle.forms.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
