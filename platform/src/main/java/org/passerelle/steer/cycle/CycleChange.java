package org.passerelle.steer.cycle;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody did to a report or programme.
 *
 * @param member id of the body for which they decided, or empty
 */
public record CycleChange(UUID document, What what, String member, String byName, Instant at) {
  /** Kind of change. */
  public enum What {
    /** It was drafted, or an amendment begun. */
    DRAFTED,
    /** A body approved it. */
    APPROVED,
    /** A body returned it. */
    RETURNED,
    /** Somebody remarked on it. */
    REMARKED
  }
}
