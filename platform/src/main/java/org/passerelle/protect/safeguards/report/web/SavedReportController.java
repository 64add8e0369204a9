package org.passerelle.protect.safeguards.report.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.safeguards.report.ReportQuestion;
import org.passerelle.protect.safeguards.report.Reports;
import org.passerelle.protect.safeguards.report.SavedReports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Saves, renames, shares and deletes reports. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class SavedReportController {
  private static final int LONGEST_NAME = 80;
  private final Reports reports;
  private final SavedReports kept;
  private final ReportPages pages;
  private final ReportForm forms;

  SavedReportController(Reports reports, SavedReports kept, ReportPages pages, ReportForm forms) {
    this.reports = reports;
    this.kept = kept;
    this.pages = pages;
    this.forms = forms;
  }

  @PostMapping(OwnReportController.HERE)
  String keep(Act act) {
    Filled form = act.form();
    String name = form.neededText("name", LONGEST_NAME);
    ReportQuestion question = forms.read(form, reports.now());
    String address = ReportForm.address(ReportForm.parts(question, ReportForm.look(form)));
    return act.refusalsAt("name")
        .submit(
            () -> act.show("protect/report/report", pages.page(form, null, act)),
            () -> {
              UUID id = kept.keep(name, form.ticked("shared"), address, act.who());
              act.notice("good", "report.kept");
              return OwnReportController.HERE + "/" + id;
            });
  }

  @PostMapping(OwnReportController.HERE + "/{id}")
  String change(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String name = form.neededText("name", LONGEST_NAME);
    SavedReports.Saved found = kept.find(id, act.who());
    return act.submit(
        () -> {
          ReportForm.sent(found.question())
              .all()
              .forEach((field, value) -> form.unlessSent(field, value.get(0)));
          return act.show("protect/report/report", pages.page(form, found, act));
        },
        () -> {
          kept.change(id, name, form.ticked("shared"), act.who());
          act.notice("good", "report.changed");
          return OwnReportController.HERE + "/" + id;
        });
  }

  @PostMapping(OwnReportController.HERE + "/{id}/delete")
  String delete(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          act.undoable(kept.delete(id, act.who()), "report.deleted");
          return OwnReportController.HERE;
        });
  }
}
