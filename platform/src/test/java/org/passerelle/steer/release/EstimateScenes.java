package org.passerelle.steer.release;

import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.steer.release.estimate.EstimateApproval;
import org.passerelle.steer.release.estimate.EstimateProposals;
import org.passerelle.steer.release.estimate.EstimateRelease;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.storage.House;
import org.passerelle.understand.estimation.SignedStudies;

/** Estimates that two persons published, for tests of other rooms that look at every page. */
public final class EstimateScenes {
  private EstimateScenes() {}

  /** An estimate of an organisation, of a year that no test of figures counts. */
  public static EstimateRelease published(House house, UUID organisation) {
    Period period = FigureScenes.back(house, 12);
    UUID study =
        new SignedStudies(house, organisation)
            .signed(period.from(), period.until().minusDays(1), SignedStudies.usual());
    SignedIn asks = Staff.signedIn(Member.in(house, organisation, Role.PROGRAMME_MANAGER).user());
    SignedIn approves =
        Staff.signedIn(Member.in(house, organisation, Role.PROGRAMME_MANAGER).user());
    String seen = house.get(EstimateProposals.class).of(study, "bic", asks).digest();
    EstimateApproval approval = house.get(EstimateApproval.class);
    approval.ask(study, "bic", seen, asks);
    house
        .get(Approvals.class)
        .approve(approves, approval.waiting(study, approves).orElseThrow().id(), "");
    return house.get(EstimateReleases.class).of(study).orElseThrow();
  }
}
