package org.passerelle.protect.casework.intake;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.answers.Answers;

/**
 * A form of a case was submitted; published in the same transaction.
 *
 * @param form identifier of the submission
 * @param answers answers to the questions that were shown
 * @param at when the answers were given, not when they arrived
 */
public record CaseFormHandedIn(UUID caseId, UUID form, Answers answers, Instant at, SignedIn who) {}
