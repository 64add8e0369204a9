package org.passerelle.protect.referral;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.CasePart;
import org.springframework.stereotype.Component;

/** Referrals among the parts of a case. */
@Component
class ReferralPart implements CasePart {
  private final Referrals referrals;

  ReferralPart(Referrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String key() {
    return "referral.part";
  }

  @Override
  public String path() {
    return "referrals";
  }

  @Override
  public int count(UUID caseId, SignedIn who) {
    return referrals.of(caseId, who).size();
  }
}
