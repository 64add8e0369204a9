package org.passerelle.protect.casework.screening;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows screenings as a part of a case. */
@Configuration
class ScreeningPart {
  @Bean
  CasePart partOfScreening(Screenings screenings) {
    return new CasePart(
        CaseSide.PERSON,
        10,
        "screening.part",
        "screenings",
        (file, who) -> screenings.ofCase(who, file).size());
  }
}
