/**
 * The closed language of show-if: answers are the only variables, and there are two functions, no
 * loops, and three truth values. The browser implements the same language and is tested with the
 * same vectors ({@code forms/expression-vectors.json}).
 */
@NamedInterface("expression")
@NullMarked
package org.passerelle.forms.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
