package org.passerelle.protect.sharing.consent;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows consents and legal bases as a part of a case. */
@Configuration
class ConsentPart {
  @Bean
  CasePart partOfConsent(Consents consents, LegalGrounds grounds) {
    return new CasePart(
        CaseSide.PAPERS,
        20,
        "consent.part",
        "consents",
        (file, who) -> consents.of(file, who).size() + grounds.of(file, who).size());
  }
}
