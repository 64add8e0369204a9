package org.passerelle.protect.casework.cases;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the access log as a part of a case. */
@Configuration
class AccessHistoryPart {
  @Bean
  CasePart partOfLooks(Looks looks) {
    return new CasePart(
        CaseSide.PAPERS,
        90,
        "audit.looked",
        "looked",
        (file, who) -> Math.toIntExact(looks.count(file, who)));
  }
}
