package org.passerelle.protect.sharing.referral;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows referrals as a part of a case. */
@Configuration
class ReferralPart {
  @Bean
  CasePart partOfReferral(Referrals referrals) {
    return new CasePart(
        CaseSide.CARE,
        30,
        "referral.part",
        "referrals",
        (file, who) -> referrals.of(file, who).size());
  }
}
