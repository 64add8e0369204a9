package org.passerelle.prosecute.investigation;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Parts that the investigation itself has, and what its tables hold. */
@Configuration
class InvestigationParts {
  @Bean
  InvestigationPart partOfTasks(Tasks tasks) {
    return new InvestigationPart(70, "investigation.part.tasks", "tasks", tasks::open);
  }

  @Bean
  InvestigationPart partOfTimeline(InvestigationJournal journal) {
    return new InvestigationPart(80, "investigation.part.timeline", "timeline", journal::notes);
  }

  @Bean
  InvestigationPart partOfNetworks(NetworkLinks links) {
    return new InvestigationPart(60, "investigation.part.networks", "networks", links::count);
  }

  /** No table here is about a person who is followed in a case. */
  @Component
  static class InvestigationHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(
          Kind.NOTHING,
          "the work of prosecutors; no case is named",
          "investigation",
          "investigation_member",
          "investigation_event",
          "investigation_task",
          "investigation_network");
    }
  }
}
