package org.passerelle.protect.tracing;

import java.util.List;
import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Family tracing among the parts of a case. */
@Configuration
class TracingPart {
  @Bean
  CasePart partOfTracing(Tracing tracing) {
    return new CasePart(CaseSide.PERSON, 37, "tracing.part", "tracing", tracing::count);
  }

  /** They go with the case, and with whoever is sought, by their foreign keys. */
  @Component
  static class TracingHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "tracing_request", "tracing_step");
    }
  }
}
