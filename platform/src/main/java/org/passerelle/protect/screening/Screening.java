package org.passerelle.protect.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Urgency;

/**
 * A screening as lists show it; no answers.
 *
 * @param code short and without meaning
 * @param officer who asked
 * @param submission that holds the answers
 * @param first of the screenings of this person, itself if it is the first
 * @param former the one before, if the person was screened again
 * @param caseId of the case opened from it, or from a former screening of the same person
 * @param outcome of the result; absent while it is open
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

  /** Whether the result was computed; its answers no longer change. */
  public boolean isFinished() {
    return finishedAt != null;
  }
}
