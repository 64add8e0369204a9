package org.passerelle.protect.casework.screening;

import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Code;

/**
 * A sign that was ticked.
 *
 * @param question question to which it belongs
 * @param strength strength, only in scored forms
 */
public record Sign(String question, String code, Code.@Nullable Strength strength) {}
