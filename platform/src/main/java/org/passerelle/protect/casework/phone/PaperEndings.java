package org.passerelle.protect.casework.phone;

import java.util.Map;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Logs that a document was deleted for which a phone has a receipt. */
@Component
class PaperEndings {
  private final AuditLog audit;

  PaperEndings(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * Writes the log entry.
   *
   * @param reason code of the reason
   */
  void write(PaperRows.Paper paper, String reason) {
    audit.writeByHouse(
        paper.organisation(),
        "phone.paper-ended",
        "phone",
        null,
        Map.of(
            "record", paper.record().toString(),
            "paper", paper.id().toString(),
            "reason", reason));
  }
}
