package org.passerelle.protect.screening;

import org.passerelle.protect.forms.Answers;
import org.passerelle.protect.forms.FormDefinition;

/** A screening that is being answered, with all answers of its draft, also hidden ones. */
public record OpenScreening(Screening screening, FormDefinition form, Answers answers) {}
