package org.passerelle.protect.casework.safety.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident concerning a person. Immutable and never overwritten.
 *
 * @param kind code of the list {@code incident_kinds}
 * @param on date of the incident
 * @param notedAt when somebody responsible acknowledged it, or null
 */
public record Incident(
    UUID id,
    UUID caseId,
    String kind,
    Grade grade,
    LocalDate on,
    Words words,
    Instant at,
    UUID by,
    @Nullable Instant notedAt,
    @Nullable UUID notedBy) {

  /**
   * The encrypted part.
   *
   * @param what what happened
   * @param done what was done about it, or empty
   */
  public record Words(String what, String done) {}

  /** An incident to be recorded. */
  public record Draft(String kind, Grade grade, LocalDate on, Words words) {}

  /** Whether it still has to be acknowledged. */
  public boolean waits() {
    return grade.isTold() && notedAt == null;
  }
}
