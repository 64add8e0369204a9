package org.passerelle.prosecute.victim;

import java.time.Clock;
import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What investigations hold of a person: facts that go with the case, and a number that stays. */
@Configuration
class VictimHoldings {
  @Bean
  InvestigationPart partOfVictims(VictimRows rows) {
    return new InvestigationPart(10, "victim.part", "victims", rows::count);
  }

  /**
   * Comes before the rooms that delete cases: a deletion follows foreign keys and would take what
   * the court decided about V-1.
   */
  @Component
  static class OfVictims implements Holdings {
    private static final int BEFORE_CASES = 40;
    private final VictimRows rows;
    private final Clock clock;

    OfVictims(VictimRows rows, Clock clock) {
      this.rows = rows;
      this.clock = clock;
    }

    @Override
    public List<Table> tables() {
      return List.of(
          Table.remains("investigation_victim", "a number without a way to the case")
              .by("case_id"));
    }

    @Override
    public void erase(Erased erased) {
      rows.from(erased.cases()).forEach(entry -> rows.end(entry, Columns.now(clock)));
    }

    @Override
    public int order() {
      return BEFORE_CASES;
    }
  }
}
