package org.passerelle.protect.casework.guardian;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.relations.PersonSuspected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Suspends all mandates of a person who becomes a suspect, in the same transaction: in the whole
 * organisation, and also if only another file of theirs is suspected.
 */
@Component
class SuspectedGuardians {
  private final MandateRows rows;
  private final CaseJournal journal;
  private final AuditLog audit;

  SuspectedGuardians(MandateRows rows, CaseJournal journal, AuditLog audit) {
    this.rows = rows;
    this.journal = journal;
    this.audit = audit;
  }

  @EventListener
  void on(PersonSuspected event) {
    UUID organisation = event.organisation();
    SignedIn by = event.by();
    for (UUID id : rows.unsuspended(event.persons(), organisation)) {
      rows.hold(id)
          .filter(m -> m.suspendedAt() == null)
          .ifPresent(
              mandate -> {
                rows.suspended(mandate, "", by.user());
                // the user who recorded the suspicion need not see this case
                journal.addByHouse(mandate.caseId(), "guardian.suspended", mandate.kind(), id);
                audit.writeByHouse(
                    organisation,
                    "guardian.suspended",
                    "case",
                    mandate.caseId(),
                    Map.of("mandate", id.toString()));
              });
    }
  }
}
