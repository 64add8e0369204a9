package org.passerelle.protect.phone;

import java.util.Map;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;

/** The line of the log that a paper is gone of which a phone has the receipt. */
@Component
class PaperEndings {
  private final AuditLog audit;

  PaperEndings(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * Writes it.
   *
   * @param reason in a code
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
