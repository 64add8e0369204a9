package org.passerelle.protect.intake;

import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Intake and follow-up among the parts of a case. */
@Configuration
class FormsPart {
  @Bean
  CasePart partOfForms(CaseForms forms) {
    return new CasePart(
        CaseSide.CARE, 15, "intake.part", "forms", (file, who) -> forms.of(file, who).size());
  }
}
