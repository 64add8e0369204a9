package org.passerelle.protect.handover;

import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hand-overs to other countries among the parts of a case. */
@Configuration
class HandOverPart {
  @Bean
  CasePart partOfHandOver(CrossBorder handOvers) {
    return new CasePart(
        CaseSide.CARE,
        32,
        "crossborder.part",
        "handovers",
        (file, who) -> handOvers.ofCase(file, who).size());
  }
}
