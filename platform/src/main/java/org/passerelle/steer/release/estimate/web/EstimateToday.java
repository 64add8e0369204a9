package org.passerelle.steer.release.estimate.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.steer.release.estimate.EstimateApproval;
import org.passerelle.steer.release.estimate.PublishedEstimate;
import org.springframework.stereotype.Component;

/** Tells a programme manager for a week what a second person decided about an estimate. */
@Component
class EstimateToday implements Today {
  private static final Duration WEEK = Duration.ofDays(7);
  private final EstimateApproval approval;

  EstimateToday(EstimateApproval approval) {
    this.approval = approval;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return who.is(Role.PROGRAMME_MANAGER)
        ? approval.asked(who).stream().flatMap(one -> item(one, page).stream()).toList()
        : List.of();
  }

  private static Optional<Item> item(ApprovalRequest request, Page page) {
    Instant decided = request.decidedAt();
    Optional<PublishedEstimate> content = EstimateApproval.content(request);
    if (decided == null || content.isEmpty() || !decided.plus(WEEK).isAfter(page.moments().now())) {
      return Optional.empty();
    }
    String title = EstimateViews.title(content.get(), page);
    String href = "/steer/estimates/" + request.subject().id();
    String open = page.text("estimates.today.open");
    return switch (request.state()) {
      case APPROVED ->
          Optional.of(
              Item.news(decided, page.text("estimates.today.approved", title), "", href, open));
      case DECLINED ->
          Optional.of(
              Item.open(
                  page.text("estimates.today.declined", title),
                  request.reason(),
                  href,
                  open,
                  page));
      case WAITING, WITHDRAWN, EXPIRED -> Optional.empty();
    };
  }
}
