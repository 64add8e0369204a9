package org.passerelle.protect.casework.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * A screening as listed, without answers.
 *
 * @param code short code without meaning
 * @param officer user who conducted it
 * @param submission submission that contains the answers
 * @param first first screening of this person, possibly this one
 * @param former previous screening of the person, or null
 * @param caseId case opened from it, or from an earlier screening of the same person
 * @param outcome outcome; empty while it is open
 */
public record Screening(
    UUID id,
    String code,
    UUID organisation,
    UUID officer,
    UUID submission,
    String form,
    int version,
    UUID first,
    @Nullable UUID former,
    @Nullable UUID caseId,
    Instant startedAt,
    Instant changedAt,
    @Nullable Instant finishedAt,
    @Nullable Outcome outcome,
    @Nullable Urgency urgency,
    boolean maybeMinor) {

  /** Whether the result was computed; the answers can then no longer change. */
  public boolean isFinished() {
    return finishedAt != null;
  }
}
