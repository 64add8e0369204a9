package org.passerelle.protect.casework.placement.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bed that is held or allocated. Immutable.
 *
 * @param organisation whose team holds it
 * @param caseId case for which it is held, if stated
 * @param until when a hold expires, or null once allocated
 * @param ended when it was released, or null
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
  /** Whether it is a hold that has not expired. */
  public boolean held(Instant now) {
    return ended == null && until != null && until.isAfter(now);
  }
}
