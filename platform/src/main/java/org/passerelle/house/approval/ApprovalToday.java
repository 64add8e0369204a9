package org.passerelle.house.approval;

import java.util.Comparator;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.springframework.stereotype.Component;

/** The number of requests awaiting the user, on the first page. */
@Component
class ApprovalToday implements Today {
  private final Approvals approvals;

  ApprovalToday(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (ApprovalEntries.DECIDERS.stream().noneMatch(who::is)) {
      return List.of();
    }
    List<ApprovalRequest> waiting = approvals.toDecide(who);
    return waiting.stream()
        .map(ApprovalRequest::expires)
        .min(Comparator.naturalOrder())
        .map(
            first ->
                List.of(
                    new Item(
                        first,
                        page.text("approval.today", waiting.size()),
                        page.text("approval.today.what"),
                        "/house/approvals",
                        page.text("approval.today.do"))))
        .orElse(List.of());
  }
}
