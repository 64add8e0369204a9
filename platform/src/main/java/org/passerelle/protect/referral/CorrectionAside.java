package org.passerelle.protect.referral;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a referral whose case was changed since to what its recipient has that reads otherwise. */
@Component
class CorrectionAside implements ReferralAside {
  private final ReferralRows rows;

  CorrectionAside(ReferralRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Way> of(Referral referral) {
    return Corrections.isThere(referral) && rows.changedSince(referral)
        ? Optional.of(
            new Way("correction.see", "/protect/cases/" + referral.caseId() + "/corrections"))
        : Optional.empty();
  }
}
