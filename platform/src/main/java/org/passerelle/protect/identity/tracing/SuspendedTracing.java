package org.passerelle.protect.identity.tracing;

import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.relations.PersonSuspected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Suspends tracing requests for a person who becomes a suspect, in the same transaction: an answer
 * would lead the network to the person of the case.
 */
@Component
class SuspendedTracing {
  private final Tracing tracing;
  private final CaseJournal journal;
  private final AuditLog audit;

  SuspendedTracing(Tracing tracing, CaseJournal journal, AuditLog audit) {
    this.tracing = tracing;
    this.journal = journal;
    this.audit = audit;
  }

  @EventListener
  void on(PersonSuspected event) {
    UUID organisation = event.organisation();
    for (TracingRows.Which held : tracing.hold(event.persons(), organisation)) {
      // the user who recorded the suspicion need not see this case
      journal.addByHouse(held.caseId(), "tracing.held", "", held.id());
      audit.writeByHouse(
          organisation,
          "tracing.held",
          "case",
          held.caseId(),
          Map.of("tracing", held.id().toString()));
    }
  }
}
