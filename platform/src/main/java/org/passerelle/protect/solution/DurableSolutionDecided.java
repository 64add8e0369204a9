package org.passerelle.protect.solution;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A durable solution was decided; published in the transaction that decides it.
 *
 * @param kind {@code integration}, {@code repatriation} or {@code third_country}
 * @param day of the decision, from which a follow-up counts
 */
public record DurableSolutionDecided(UUID caseId, String kind, LocalDate day) {}
