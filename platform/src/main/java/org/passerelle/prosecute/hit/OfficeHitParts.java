package org.passerelle.prosecute.hit;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Hits between offices as a part of an investigation, and what the tables hold. */
@Configuration
class OfficeHitParts {
  @Bean
  InvestigationPart partOfOfficeHits(OfficeHits hits) {
    return new InvestigationPart(76, "hit.part", "hits", hits::open);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class OfficeHitHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "suspects about whom other offices were asked",
          "suspect_question",
          "suspect_hit");
    }
  }
}
