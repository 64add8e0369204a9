package org.passerelle.prosecute.hearing;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Hearings of children as a part of an investigation, and what their table holds. */
@Configuration
class HearingParts {
  @Bean
  InvestigationPart partOfHearings(ChildHearings hearings) {
    return new InvestigationPart(15, "hearing.part", "hearings", hearings::planned);
  }

  /** Rows name a victim by a number that leads to no case once the basis has ended. */
  @Component
  static class HearingHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING, "when and how V-1 was heard, without a way to the case", "child_hearing");
    }
  }
}
