package org.passerelle.protect.placement.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bed that is held or kept. Immutable.
 *
 * @param organisation whose team holds it
 * @param caseId for whom, where that is said
 * @param until when a hold falls back, or null once it is kept
 * @param ended when it was given back, or null
 */
public record Bed(
    UUID id,
    UUID place,
    UUID organisation,
    @Nullable UUID caseId,
    UUID by,
    Instant madeAt,
    @Nullable Instant until,
    @Nullable Instant ended) {
  /** Whether it is a hold that still stands. */
  public boolean held(Instant now) {
    return ended == null && until != null && until.isAfter(now);
  }
}
