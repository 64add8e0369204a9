package org.passerelle.protect.sharing.transfer;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.stereotype.Component;

/** Undoes the accidental withdrawal of a transfer, if it may still be answered. */
@Component
class TransferWithdrawalUndo implements Undoable {
  private final TransferRows rows;
  private final TransferMove move;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;

  TransferWithdrawalUndo(
      TransferRows rows, TransferMove move, Cases cases, CaseJournal journal, AuditLog audit) {
    this.rows = rows;
    this.move = move;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public String act() {
    return Transfers.WITHDRAWN;
  }

  @Override
  public String about() {
    return "transfer";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Transfer found = rows.forHouse(subject).orElseThrow(NotFound::new);
    Case file = cases.find(found.caseId(), who);
    if (!move.again(found, file, who)) {
      throw new Refused("form.undo.late");
    }
    journal.add(found.caseId(), "transfer.restored", "", subject, who);
    audit.write(who, "transfer.restored", "transfer", subject, Map.of());
    return "/protect/cases/" + found.caseId() + "/transfers";
  }
}
