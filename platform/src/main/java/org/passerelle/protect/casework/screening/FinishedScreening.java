package org.passerelle.protect.casework.screening;

import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.Answers;

/** A finished screening with its answers and its result. */
public record FinishedScreening(
    Screening screening, FormDefinition form, Answers answers, ScreeningResult result) {}
