package org.passerelle.protect.cases;

import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Component;

/** Closing a case, where an organisation wants a supervisor's yes. */
@Component
class ClosingApproval implements TwoPersonAct {
  private final Cases cases;
  private final Approvals approvals;

  ClosingApproval(Cases cases, Approvals approvals) {
    this.cases = cases;
    this.approvals = approvals;
  }

  @Override
  public String kind() {
    return Cases.CLOSE;
  }

  @Override
  public boolean demanded() {
    return false;
  }

  @Override
  public Set<Role> deciders() {
    return Set.of(Role.SUPERVISOR);
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
    try {
      cases.closeNow(request.subject().id(), request.part("reason"), approvals.asker(request));
    } catch (NotFound noLongerOnTheTeam) {
      throw new Refused("approval.refused.asker-gone");
    }
  }
}
