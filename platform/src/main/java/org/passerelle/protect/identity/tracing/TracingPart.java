package org.passerelle.protect.identity.tracing;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows family tracing as a part of a case. */
@Configuration
class TracingPart {
  @Bean
  CasePart partOfTracing(Tracing tracing) {
    return new CasePart(CaseSide.PERSON, 37, "tracing.part", "tracing", tracing::count);
  }

  /** Requests are deleted by foreign keys with the case and with the traced person. */
  @Component
  static class TracingHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "tracing_request", "tracing_step");
    }
  }
}
