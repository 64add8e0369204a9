package org.passerelle.protect.identity.elsewhere;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows questions to others as a part of a case. */
@Configuration
class ElsewherePart {
  @Bean
  CasePart partOfElsewhere(Questions questions) {
    return new CasePart(
        CaseSide.PERSON,
        35,
        "elsewhere.part",
        "elsewhere",
        (file, who) -> questions.of(file, who).size());
  }
}
