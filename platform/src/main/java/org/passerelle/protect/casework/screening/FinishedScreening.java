package org.passerelle.protect.casework.screening;

import org.passerelle.forms.Answers;
import org.passerelle.forms.FormDefinition;

/** A finished screening with its answers and its result. */
public record FinishedScreening(
    Screening screening, FormDefinition form, Answers answers, ScreeningResult result) {}
