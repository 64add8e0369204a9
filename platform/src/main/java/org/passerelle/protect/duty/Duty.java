package org.passerelle.protect.duty;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody answers for their organisation for some hours.
 *
 * @param until not included
 */
public record Duty(UUID id, UUID organisation, UUID user, Instant from, Instant until) {

  /** Whether it is now. */
  public boolean runs(Instant now) {
    return !from.isAfter(now) && until.isAfter(now);
  }
}
