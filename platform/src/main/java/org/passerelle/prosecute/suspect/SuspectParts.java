package org.passerelle.prosecute.suspect;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Suspects as a part of an investigation, and what their tables hold. */
@Configuration
class SuspectParts {
  @Bean
  InvestigationPart partOfSuspects(SuspectRows rows) {
    return new InvestigationPart(20, "suspect.part", "suspects", rows::count);
  }

  /** Suspects are no persons followed in a case; who a case named ends with its entry. */
  @Component
  static class SuspectHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "suspects; nobody who is followed in a case is named, and who a case named ends with its basis",
          "suspect",
          "suspect_identifier");
    }
  }
}
