package org.passerelle.protect.intake;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answers;

/**
 * A form of a case was handed in; published in the transaction in which it was.
 *
 * @param form the submission
 * @param answers to the questions that were shown
 * @param at when that was, where they were given; not when they arrived
 */
public record CaseFormHandedIn(UUID caseId, UUID form, Answers answers, Instant at, SignedIn who) {}
