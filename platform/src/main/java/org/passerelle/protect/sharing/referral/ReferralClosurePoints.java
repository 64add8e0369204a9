package org.passerelle.protect.sharing.referral;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.supervision.ClosureCheck;
import org.passerelle.protect.casework.supervision.ClosurePoints;
import org.springframework.stereotype.Component;

/** Referrals that await an answer, and drafts, before a case is closed. */
@Component
class ReferralClosurePoints implements ClosurePoints {
  private static final String PATH = "/referrals";
  private final Referrals referrals;

  ReferralClosurePoints(Referrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public List<ClosureCheck.Point> of(UUID caseId, SignedIn who) {
    List<Referral> all = referrals.of(caseId, who);
    int awaited = (int) all.stream().filter(Referral::awaited).count();
    int drafts = (int) all.stream().filter(r -> r.state().equals("draft")).count();
    return List.of(
        new ClosureCheck.Point("referrals", awaited, PATH),
        new ClosureCheck.Point("drafts", drafts, PATH));
  }
}
