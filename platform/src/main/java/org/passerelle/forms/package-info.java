/**
 * Forms as data: definitions, their answers, what of them may be counted, and how they are shown.
 * {@link org.passerelle.forms.FormDefinitions} holds every version of every form, {@link
 * org.passerelle.forms.answers.Submissions} the answers.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "approval",
      "audit",
      "language",
      "pages",
      "refusal",
      "storage",
      "undo"
    })
@NullMarked
package org.passerelle.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
