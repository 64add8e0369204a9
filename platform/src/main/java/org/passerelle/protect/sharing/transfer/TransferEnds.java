package org.passerelle.protect.sharing.transfer;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an unanswered transfer when its basis becomes invalid or the case is closed, and reports
 * once that its deadline has passed.
 */
@Service
public class TransferEnds {
  /** Journal entries after which a basis may be invalid; expiry by time is checked every minute. */
  private static final Set<String> AFTER =
      Set.of("consent.withdrawn", "case.closed", "case.changed", "guardian.suspended");

  private final TransferRows rows;
  private final TransferBasis basis;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  TransferEnds(
      TransferRows rows,
      TransferBasis basis,
      Cases cases,
      CaseJournal journal,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.basis = basis;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void on(CaseJournal.Happened line) {
    if (AFTER.contains(line.kind())) {
      rows.openOf(line.caseId()).ifPresent(this::look);
    }
  }

  /**
   * Checks all unanswered transfers.
   *
   * @return number of transfers that were ended or became late
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.transfer-deadlines.after}",
      fixedDelayString = "${schedule.protect.transfer-deadlines.every}")
  @Transactional
  public int check() {
    int changed = 0;
    for (Transfer one : rows.open()) {
      if (look(one)) {
        changed++;
      } else if (one.deadline().isBefore(clock.instant()) && rows.escalate(one)) {
        journal.addByHouse(one.caseId(), "transfer.overdue", "", one.id());
        audit.writeByHouse(one.recipient(), "transfer.escalated", "transfer", one.id(), Map.of());
        changed++;
      }
    }
    return changed;
  }

  private boolean look(Transfer transfer) {
    Case file = cases.forHouse(transfer.caseId());
    Optional<String> why =
        file.open() ? basis.against(file, transfer).map(o -> o.key()) : Optional.of("closed");
    if (why.isEmpty() || !rows.end(transfer, "ended", "", null)) {
      return false;
    }
    UUID caseId = transfer.caseId();
    journal.addByHouse(caseId, "transfer.ended", "", transfer.id());
    audit.writeByHouse(
        transfer.organisation(), "transfer.ended", "transfer", transfer.id(), Map.of());
    return true;
  }
}
