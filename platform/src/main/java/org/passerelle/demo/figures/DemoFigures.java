package org.passerelle.demo.figures;

import java.time.Clock;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Days;
import org.passerelle.steer.release.FigureApproval;
import org.passerelle.steer.release.FigureProposals;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.Proposal;
import org.springframework.stereotype.Component;

/**
 * Figures of last year, released by two programme managers. The way is that of a real release, so
 * that too few people to publish anything of leave the page of figures empty.
 */
@Component
public class DemoFigures {
  private static final Set<String> TABLES = Set.of("form", "sex-age", "form-sex", "region");
  private final FigureProposals proposals;
  private final FigureApproval approval;
  private final Approvals approvals;
  private final Clock clock;

  DemoFigures(
      FigureProposals proposals, FigureApproval approval, Approvals approvals, Clock clock) {
    this.proposals = proposals;
    this.approval = approval;
    this.approvals = approvals;
    this.clock = clock;
  }

  /** One asks, the other approves. */
  public void release(SignedIn asker, SignedIn second) {
    Period year = new Period(Days.oldest(clock.instant()).getYear() - 1, 4);
    Proposal.Outcome outcome = proposals.together(year, TABLES);
    if (outcome.isUseful()) {
      approval.ask(year, TABLES, outcome.frozen().orElseThrow(), asker);
      ApprovalRequest request = approval.waiting(year, asker).orElseThrow();
      approvals.approve(second, request.id(), "");
    }
  }
}
