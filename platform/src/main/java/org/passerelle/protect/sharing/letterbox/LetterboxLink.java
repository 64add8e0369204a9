package org.passerelle.protect.sharing.letterbox;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralLink;
import org.springframework.stereotype.Component;

/** Links a referral that is in a letterbox to its page. */
@Component
class LetterboxLink implements ReferralLink {
  private final DepositedDossierRows rows;

  LetterboxLink(DepositedDossierRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Way> of(Referral referral) {
    return rows.find(referral.id())
        .map(d -> new Way("letterbox.see", "/protect/letterboxes/" + referral.id()));
  }

  @Override
  public boolean lies(UUID referral) {
    return rows.find(referral).filter(d -> d.firstReadAt() == null).isPresent();
  }
}
