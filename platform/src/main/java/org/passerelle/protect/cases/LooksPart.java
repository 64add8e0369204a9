package org.passerelle.protect.cases;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looked, among the parts of a case. */
@Configuration
class LooksPart {
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
