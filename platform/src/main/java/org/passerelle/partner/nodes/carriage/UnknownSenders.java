package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.partner.nodes.identity.Reason;
import org.springframework.stereotype.Component;

/**
 * Envelopes not signed by any known node. They are logged at most once a minute for each reason,
 * with the number since, so that a stranger cannot flood the append-only log.
 */
@Component
class UnknownSenders {
  private static final UUID HOUSE = new UUID(0, 0);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private final AuditLog audit;
  private final Clock clock;
  private final Map<Reason, Instant> logged = new EnumMap<>(Reason.class);
  private final Map<Reason, Integer> since = new EnumMap<>(Reason.class);

  UnknownSenders(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  void note(Reason reason) {
    int count;
    synchronized (this) {
      count = since.merge(reason, 1, Integer::sum);
      Instant last = logged.getOrDefault(reason, Instant.EPOCH);
      Instant now = clock.instant();
      if (last.plus(PAUSE).isAfter(now) && !last.isAfter(now)) {
        return;
      }
      logged.put(reason, now);
      since.remove(reason);
    }
    audit.writeByHouse(
        HOUSE,
        "node.stranger-refused",
        "node",
        null,
        Map.of("reason", reason.code(), "count", Integer.toString(count)));
  }
}
