package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many envelopes a node may bring: a hundred a second over a minute, so that a partner that
 * floods keeps nobody else from the database; and so many a day, since of each there is a receipt
 * and a line of the log that nobody can take out again. What counts is what was entered: whoever
 * brings again what a node once sent uses up nothing of it. Threads may share it.
 */
@Component
class Quota {
  /** Envelopes of one node in a minute. */
  static final int A_MINUTE = 6_000;

  /** The same in a day (UTC): some 100 MB of receipts and lines. */
  static final int A_DAY = 20_000;

  private static final long MINUTE = 60;
  private static final long DAY = 86_400;
  private final Clock clock;
  private final Map<UUID, Integer> counts = new HashMap<>();
  private final Map<UUID, Integer> ofDay = new HashMap<>();
  private long minute;
  private long day;

  Quota(Clock clock) {
    this.clock = clock;
  }

  /** Whether it may bring another. */
  synchronized boolean has(UUID node) {
    begin();
    return counts.getOrDefault(node, 0) < A_MINUTE && ofDay.getOrDefault(node, 0) < A_DAY;
  }

  /** Counts one that was entered. */
  synchronized void count(UUID node) {
    begin();
    counts.merge(node, 1, Integer::sum);
    ofDay.merge(node, 1, Integer::sum);
  }

  private void begin() {
    long second = clock.instant().getEpochSecond();
    if (second / MINUTE != minute) {
      minute = second / MINUTE;
      counts.clear();
    }
    if (second / DAY != day) {
      day = second / DAY;
      ofDay.clear();
    }
  }
}
