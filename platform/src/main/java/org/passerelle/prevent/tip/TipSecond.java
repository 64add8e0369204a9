package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another organisation that reads a tip.
 *
 * @param stage from which it does
 * @param asked when it was asked
 * @param confirmed when a colleague there confirmed, or null
 */
public record TipSecond(
    UUID organisation, String stage, Instant asked, @Nullable Instant confirmed) {
  /** Whether nobody there has confirmed. */
  public boolean isWaiting() {
    return confirmed == null;
  }
}
