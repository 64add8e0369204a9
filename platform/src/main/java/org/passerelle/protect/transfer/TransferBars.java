package org.passerelle.protect.transfer;

import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.MovedCases;
import org.passerelle.storage.Erased;
import org.springframework.stereotype.Component;

/**
 * What must be settled before a case can move: what somebody outside is about to answer to the
 * organisation that has it, what a second person is about to decide, and persons who also stand in
 * files that stay.
 */
@Component
class TransferBars {
  private final MovedCases cases;
  private final List<TransferBar> bars;

  TransferBars(MovedCases cases, List<TransferBar> bars) {
    this.cases = cases;
    this.bars = List.copyOf(bars);
  }

  /**
   * Says what stands in the way.
   *
   * @throws Refused with the first thing that does
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
