package org.passerelle.protect.safety.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person. Immutable, and never written over.
 *
 * @param kind code of the list {@code incident_kinds}
 * @param on day on which it happened
 * @param notedAt when somebody who answers for it has taken note, or null
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
   * The sealed part.
   *
   * @param what happened
   * @param done what was done about it, or empty
   */
  public record Words(String what, String done) {}

  /** What is written down. */
  public record Draft(String kind, Grade grade, LocalDate on, Words words) {}

  /** Whether somebody still has to take note. */
  public boolean waits() {
    return grade.isTold() && notedAt == null;
  }
}
