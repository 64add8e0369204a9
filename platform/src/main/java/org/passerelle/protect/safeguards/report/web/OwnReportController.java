package org.passerelle.protect.safeguards.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.safeguards.report.ReportAnswer;
import org.passerelle.protect.safeguards.report.ReportQuestion;
import org.passerelle.protect.safeguards.report.Reports;
import org.passerelle.protect.safeguards.report.SavedReports;
import org.passerelle.refusal.Refused;
import org.passerelle.table.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of reports, with export of the table. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class OwnReportController implements RoomEntries {
  static final String HERE = "/protect/figures/own";
  private static final String EXPORTED = "own-report.exported";
  private final Reports reports;
  private final SavedReports kept;
  private final ReportPages pages;
  private final ReportForm forms;
  private final AuditLog audit;

  OwnReportController(
      Reports reports, SavedReports kept, ReportPages pages, ReportForm forms, AuditLog audit) {
    this.reports = reports;
    this.kept = kept;
    this.pages = pages;
    this.forms = forms;
    this.audit = audit;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 92, "report.nav", HERE, Reports.READERS));
  }

  @GetMapping(HERE)
  String ask(Act act) {
    return act.show("protect/report/report", pages.page(act.asked(), null, act));
  }

  @GetMapping(HERE + "/{id}")
  String kept(@PathVariable UUID id, Act act) {
    SavedReports.Saved found = kept.find(id, act.who());
    Filled question = ReportForm.sent(found.question());
    String look = act.asked().shown("look");
    if (!look.isEmpty()) {
      question = ReportForm.sent(found.question() + "&look=" + look);
    }
    return act.show("protect/report/report", pages.page(question, found, act));
  }

  @GetMapping(HERE + "/table.csv")
  ResponseEntity<byte[]> csv(Act act) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(TableFile.csv(out), "csv", act);
    return FileAnswer.saved("report.csv", FileAnswer.CSV).body(out.toByteArray());
  }

  @GetMapping(HERE + "/table.xlsx")
  ResponseEntity<byte[]> xlsx(Act act) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(TableFile.xlsx(out, act.text("report.sheet")), "xlsx", act);
    return FileAnswer.saved("report.xlsx", FileAnswer.XLSX).body(out.toByteArray());
  }

  /** The log entry is written before anything is sent. */
  private void write(TableFile file, String format, Act act) {
    Filled form = act.asked();
    ReportQuestion question = forms.read(form, reports.now());
    if (!form.errors().isEmpty()) {
      throw new Refused("report.error.month");
    }
    ReportAnswer answer = reports.answer(question, act.who());
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("format", format);
    detail.put("rows", question.rows());
    if (!question.columns().isEmpty()) {
      detail.put("columns", question.columns());
    }
    detail.put("from", answer.months().from().toString());
    detail.put("until", answer.months().last().toString());
    for (int i = 0; i < question.filters().size(); i++) {
      detail.put("filter-" + (i + 1), question.filters().get(i).field());
    }
    audit.write(act.who(), EXPORTED, "own-report", null, detail);
    ReportWords words = pages.words(act.page());
    try (file) {
      List<String> notes = new ArrayList<>(List.of(pages.source(answer, words)));
      notes.addAll(pages.notes(answer, words));
      ReportTable.write(file, words.sorted(answer), words, notes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
