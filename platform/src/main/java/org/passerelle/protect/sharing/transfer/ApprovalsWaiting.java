package org.passerelle.protect.sharing.transfer;

import java.util.UUID;
import org.passerelle.approval.WaitingApprovals;
import org.passerelle.protect.casework.cases.TransferBar;
import org.passerelle.storage.Erased;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A second person is about to decide something about it. */
@Component
@Order(30)
class ApprovalsWaiting implements TransferBar {
  private final WaitingApprovals approvals;

  ApprovalsWaiting(WaitingApprovals approvals) {
    this.approvals = approvals;
  }

  @Override
  public String refusal() {
    return "transfer.refused.approval";
  }

  @Override
  public boolean stands(Erased whole, UUID to) {
    return approvals.about(whole.organisation(), whole.all());
  }
}
