package org.passerelle.protect.elsewhere;

import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom a case was asked of, among its parts. */
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
