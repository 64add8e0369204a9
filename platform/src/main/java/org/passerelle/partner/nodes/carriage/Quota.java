package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many envelopes a node may bring: a hundred a second over a minute, so that a partner that
 * floods keeps nobody else from the database. Threads may share it.
 */
@Component
class Quota {
  /** Envelopes of one node in a minute. */
  static final int A_MINUTE = 6_000;

  private static final long MINUTE = 60;
  private final Clock clock;
  private final Map<UUID, Integer> counts = new HashMap<>();
  private long minute;

  Quota(Clock clock) {
    this.clock = clock;
  }

  /** Counts one; false if it is one too many. */
  synchronized boolean count(UUID node) {
    long now = clock.instant().getEpochSecond() / MINUTE;
    if (now != minute) {
      minute = now;
      counts.clear();
    }
    return counts.merge(node, 1, Integer::sum) <= A_MINUTE;
  }
}
