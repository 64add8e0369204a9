package org.passerelle.protect.sharing.transfer;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.TransferBar;
import org.passerelle.protect.casework.cases.opening.MovedCases;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Erased;
import org.springframework.stereotype.Component;

/**
 * Checks what has to be settled before a case can move: pending answers from others to its
 * organisation, pending approvals, and persons who also appear in files that stay.
 */
@Component
class TransferObstacles {
  private final MovedCases cases;
  private final List<TransferBar> bars;

  TransferObstacles(MovedCases cases, List<TransferBar> bars) {
    this.cases = cases;
    this.bars = List.copyOf(bars);
  }

  /**
   * Checks for obstacles.
   *
   * @throws Refused with the first obstacle
   */
  void check(Case file, Erased whole, UUID to) {
    if (!file.open()) {
      throw new Refused("transfer.refused.closed");
    }
    if (cases.otherOpen(whole.cases(), file.id()) > 0) {
      throw new Refused("transfer.refused.other-case");
    }
    if (cases.inOtherFiles(whole.cases(), whole.persons())) {
      throw new Refused("transfer.refused.other-file");
    }
    for (TransferBar bar : bars) {
      if (bar.stands(whole, to)) {
        throw new Refused(bar.refusal());
      }
    }
  }
}
