package org.passerelle.partner.nodes.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Audit log entries about other nodes, and their times. */
@Component
class NodeActs {
  private final AuditLog audit;
  private final Clock clock;

  NodeActs(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  void write(SignedIn who, String action, String kind, UUID node, Map<String, String> detail) {
    audit.write(who, action, kind, node, detail);
  }

  Instant now() {
    return clock.instant();
  }
}
