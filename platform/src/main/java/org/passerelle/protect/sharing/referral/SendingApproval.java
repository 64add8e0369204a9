package org.passerelle.protect.sharing.referral;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/**
 * Approval of sending a referral, for organisations that require it from a supervisor. The basis is
 * judged on sending, not on the request.
 */
@Component
class SendingApproval implements TwoPersonAct {
  private final ReferralSending sending;
  private final Approvals approvals;
  private final Addressees organisations;
  private final FormDefinitions definitions;

  SendingApproval(
      ReferralSending sending,
      Approvals approvals,
      Addressees organisations,
      FormDefinitions definitions) {
    this.sending = sending;
    this.approvals = approvals;
    this.organisations = organisations;
    this.definitions = definitions;
  }

  @Override
  public String kind() {
    return Referrals.SEND;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.referral.send",
            request.part("code"),
            definitions.lists().label("services", request.part("service"), page.language()),
            organisations.name(UUID.fromString(request.part("recipient")), page.language())),
        "/protect/referrals/" + request.subject().id() + "/review");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    approvals.byAsker(request, who -> sending.sendNow(request.subject().id(), who, decidedBy));
  }
}
