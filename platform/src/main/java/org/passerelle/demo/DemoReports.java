package org.passerelle.demo;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.demo.people.DemoPhrases;
import org.passerelle.protect.safeguards.report.SavedReports;
import org.springframework.stereotype.Component;

/** Reports: some shared by supervisors, some private to case managers. */
@Component
class DemoReports {
  private final SavedReports reports;

  DemoReports(SavedReports reports) {
    this.reports = reports;
  }

  /** Does nothing if there is one already. */
  void keep(List<DemoHouse.Staff> staff) {
    for (DemoHouse.Staff one : staff) {
      if (one.is(Role.SUPERVISOR)) {
        keep("report-quarters", true, "rows=form&columns=quarter&span=24&look=line", one);
      } else if (one.is(Role.CASE_MANAGER)) {
        keep("report-ages", false, "rows=age&columns=gender&span=36", one);
      }
    }
  }

  private void keep(String name, boolean shared, String question, DemoHouse.Staff by) {
    if (reports.of(by.who()).stream().noneMatch(r -> r.maker().equals(by.who().user()))) {
      reports.keep(DemoPhrases.words(name, by.language()), shared, question, by.who());
    }
  }
}
