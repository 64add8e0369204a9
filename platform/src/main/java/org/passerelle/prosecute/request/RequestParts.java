package org.passerelle.prosecute.request;

import java.util.List;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Requests as a part of an investigation, and what their tables hold. */
@Configuration
class RequestParts {
  @Bean
  InvestigationPart partOfRequests(AssistanceRequests requests) {
    return new InvestigationPart(72, "request.part", "requests", requests::waiting);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class RequestHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "what was asked of authorities of other countries",
          "assistance_request",
          "assistance_exhibit",
          "assistance_step");
    }
  }
}
