package org.passerelle.protect.screening;

import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
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
