package org.passerelle.prosecute.parallel;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Other investigations of the same suspects as a part of one, and what the tables hold. */
@Configuration
class ParallelParts {
  @Bean
  InvestigationPart partOfParallels(Parallels parallels) {
    return new InvestigationPart(75, "parallel.part", "parallels", parallels::open);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class ParallelHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "suspects who are charged in two investigations",
          "parallel_matter",
          "parallel_position");
    }
  }
}
