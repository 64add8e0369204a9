package org.passerelle.protect.screening;

import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Code;

/**
 * A code that was ticked.
 *
 * @param question under which it stands
 * @param strength only where the form is scored
 */
public record Sign(String question, String code, Code.@Nullable Strength strength) {}
