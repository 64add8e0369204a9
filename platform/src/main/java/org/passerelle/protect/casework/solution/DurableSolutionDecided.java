package org.passerelle.protect.casework.solution;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A durable solution was decided; published in the same transaction.
 *
 * @param kind {@code integration}, {@code repatriation} or {@code third_country}
 * @param day date of the decision, from which follow-ups are counted
 */
public record DurableSolutionDecided(UUID caseId, String kind, LocalDate day) {}
