package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Limits how many envelopes a node may send: a hundred a second averaged over a minute, so that a
 * flooding partner does not keep others from the database; and a daily number, since each envelope
 * leaves a receipt and an audit log entry that can never be deleted. Only recorded envelopes count:
 * replaying a node's old envelopes does not use up its quota. Safe for concurrent use.
 */
@Component
class Quota {
  /** Envelopes of one node per minute. */
  static final int A_MINUTE = 6_000;

  /** Envelopes of one node per day (UTC): about 100 MB of receipts and log entries. */
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

  /** Whether the node may send another envelope. */
  synchronized boolean has(UUID node) {
    begin();
    return counts.getOrDefault(node, 0) < A_MINUTE && ofDay.getOrDefault(node, 0) < A_DAY;
  }

  /** Counts a recorded envelope. */
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
