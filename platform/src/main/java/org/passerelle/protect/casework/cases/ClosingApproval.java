package org.passerelle.protect.casework.cases;

import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Approval of closing a case, for organisations that require it from a supervisor. */
@Component
class ClosingApproval implements TwoPersonAct {
  private final CaseStates states;
  private final Approvals approvals;

  ClosingApproval(CaseStates states, Approvals approvals) {
    this.states = states;
    this.approvals = approvals;
  }

  @Override
  public String kind() {
    return CaseStates.CLOSE;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.case.close",
            request.part("code"),
            page.text("case.close." + request.part("reason"))),
        "/protect/cases/" + request.subject().id());
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    approvals.byAsker(
        request, who -> states.closeNow(request.subject().id(), request.part("reason"), who));
  }
}
