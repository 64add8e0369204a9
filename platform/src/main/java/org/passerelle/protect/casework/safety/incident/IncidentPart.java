package org.passerelle.protect.casework.safety.incident;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows incidents as a part of a case, and in a notice for those who have to acknowledge them. */
@Configuration
class IncidentPart {
  @Bean
  CasePart partOfIncidents(Incidents incidents) {
    return new CasePart(CaseSide.CARE, 48, "incident.part", "incidents", incidents::count);
  }

  @Bean
  CaseNotice noticeOfIncidents(Incidents incidents) {
    return (file, who, page) ->
        incidents.of(file.id(), who).stream()
            .filter(one -> one.waits() && incidents.mayNote(file, one, who))
            .findFirst()
            .map(one -> notice(file, one, page));
  }

  private static CaseNotice.Note notice(Case file, Incident one, Page page) {
    return new CaseNotice.Note(
        one.grade() == Grade.GRAVE ? "danger" : "warn",
        "alert",
        page.text("danger.incident." + one.grade().code()),
        told(one, page),
        "/protect/cases/" + file.id() + "/incidents/" + one.id() + "/noted",
        page.text("incident.note"));
  }

  /** Requires that an incident is read before it is acknowledged. */
  private static String told(Incident one, Page page) {
    return Stream.of(one.words().what(), one.words().done(), page.text("incident.waits"))
        .filter(said -> !said.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** Incidents are deleted with the case by a foreign key. */
  @Component
  static class IncidentHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "incident");
    }

    @Override
    public String room() {
      return "safety";
    }
  }
}
