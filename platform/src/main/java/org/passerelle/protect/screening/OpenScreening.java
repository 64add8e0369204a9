package org.passerelle.protect.screening;

import org.passerelle.forms.Answers;
import org.passerelle.forms.FormDefinition;

/** A screening that is being answered, with all answers of its draft, also hidden ones. */
public record OpenScreening(Screening screening, FormDefinition form, Answers answers) {}
