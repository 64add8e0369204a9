package org.passerelle.protect.sharing.handover;

import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows hand-overs to other countries as a part of a case. */
@Configuration
class HandOverPart {
  @Bean
  CasePart partOfHandOver(CrossBorderHandOvers handOvers) {
    return new CasePart(
        CaseSide.CARE,
        32,
        "handover.part",
        "handovers",
        (file, who) -> handOvers.ofCase(file, who).size());
  }
}
