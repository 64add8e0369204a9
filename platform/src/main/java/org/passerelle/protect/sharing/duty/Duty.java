package org.passerelle.protect.sharing.duty;

import java.time.Instant;
import java.util.UUID;

/**
 * A duty of a user for their organisation.
 *
 * @param until end, exclusive
 */
public record Duty(UUID id, UUID organisation, UUID user, Instant from, Instant until) {

  /** Whether it covers this time. */
  public boolean runs(Instant now) {
    return !from.isAfter(now) && until.isAfter(now);
  }
}
