package org.passerelle.protect.casework.cases.decisions;

import java.time.LocalDate;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/**
 * Approval of recording an authority's decision, for organisations that require it from a
 * supervisor.
 */
@Component
class DecisionApproval implements TwoPersonAct {
  private final Decisions decisions;
  private final Approvals approvals;
  private final FormDefinitions definitions;

  DecisionApproval(Decisions decisions, Approvals approvals, FormDefinitions definitions) {
    this.decisions = decisions;
    this.approvals = approvals;
    this.definitions = definitions;
  }

  @Override
  public String kind() {
    return Decisions.RECORD;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.decision.record",
            request.part("code"),
            definitions.lists().label("decision_kinds", request.part("kind"), page.language()),
            request.part("authority"),
            page.moments().date(LocalDate.parse(request.part("on")))),
        "/protect/cases/" + request.subject().id());
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    String appeal = request.part("appeal");
    Decisions.Draft draft =
        new Decisions.Draft(
            request.part("kind"),
            LocalDate.parse(request.part("on")),
            appeal.isEmpty() ? null : LocalDate.parse(appeal),
            new Decisions.Content(request.part("authority"), request.part("reasons")));
    approvals.byAsker(request, who -> decisions.recordNow(request.subject().id(), draft, who));
  }
}
