package org.passerelle.prosecute.proceeding;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Proceedings as a part of an investigation, and what their tables hold. */
@Configuration
class ProceedingParts {
  @Bean
  InvestigationPart partOfProceedings(Proceedings proceedings) {
    return new InvestigationPart(70, "proceeding.part", "proceedings", proceedings::count);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class ProceedingHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "what courts decided on suspects",
          "proceeding",
          "proceeding_charge",
          "court_hearing",
          "charge_outcome",
          "outcome_sentence",
          "outcome_appeal");
    }
  }
}
