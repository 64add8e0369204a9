package org.passerelle.protect.casework.screening;

import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.Answers;

/** An unfinished screening with all answers of its draft, including those to hidden questions. */
public record OpenScreening(Screening screening, FormDefinition form, Answers answers) {}
