package org.passerelle.protect.casework.due;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Texts;
import org.springframework.stereotype.Component;

/** Requests for approval, for the users who decide. */
@Component
class ApprovalsDue implements CaselessDueSource {
  private final Approvals approvals;

  ApprovalsDue(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<DueThing> waiting(SignedIn who, Texts texts) {
    return approvals.toDecide(who).stream().map(one -> thing(one, texts)).toList();
  }

  private static DueThing thing(ApprovalRequest one, Texts texts) {
    return new DueThing(
        "approval",
        "approvals",
        one.id(),
        null,
        one.code(),
        null,
        one.expires(),
        false,
        texts.text("due.approval"),
        texts.text("due.approval"),
        "/house/approvals",
        "approval.today.do",
        // shown on the Today page as a single line, also for users without cases
        false,
        false);
  }
}
