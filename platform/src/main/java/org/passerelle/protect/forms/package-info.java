/**
 * Forms are data: definitions, their answers, what of them may be counted, and how they are shown.
 * {@link org.passerelle.protect.forms.FormDefinitions} holds every version of every form, {@link
 * org.passerelle.protect.forms.Submissions} what was answered.
 */
@NamedInterface("forms")
@NullMarked
package org.passerelle.protect.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
