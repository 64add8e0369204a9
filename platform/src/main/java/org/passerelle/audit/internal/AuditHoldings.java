package org.passerelle.audit.internal;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** The log's tables; entries cannot be changed. */
@Component
class AuditHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains("audit_entry", "who did what to which identifier; the log cannot be changed")
            .by("subject"),
        Table.nothing("audit_verified", "when the chain was last verified, and the result"),
        Table.nothing("audit_head", "the end of the chain"),
        Table.nothing("audit_checkpoint", "signed roots of the chain"),
        Table.nothing("audit_shown_root", "which of them is shown to other nodes"));
  }
}
