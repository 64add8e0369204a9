package org.passerelle.protect.sharing.referral.correction;

import java.util.Optional;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralLink;
import org.passerelle.protect.sharing.referral.ReferralRows;
import org.springframework.stereotype.Component;

/**
 * Links a referral whose case has changed to the page that shows which of the recipient's fields
 * are outdated.
 */
@Component
class CorrectionLink implements ReferralLink {
  private final ReferralRows rows;

  CorrectionLink(ReferralRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Way> of(Referral referral) {
    return referral.isWithRecipient() && !referral.withdrawn() && rows.changedSince(referral)
        ? Optional.of(
            new Way("correction.see", "/protect/cases/" + referral.caseId() + "/corrections"))
        : Optional.empty();
  }
}
