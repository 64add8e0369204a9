package org.passerelle.protect.sharing.htcds.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.htcds.ImportColumns;
import org.passerelle.protect.sharing.htcds.Imports;
import org.passerelle.protect.sharing.htcds.Template;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Upload;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of imports: first a check, then the valid rows. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class ImportController {
  private static final int SHOWN = 100;
  private final Imports imports;
  private final Template template;
  private final ImportColumns columns;
  private final BackgroundWork work;

  ImportController(Imports imports, Template template, ImportColumns columns, BackgroundWork work) {
    this.imports = imports;
    this.columns = columns;
    this.template = template;
    this.work = work;
  }

  @GetMapping("/protect/import")
  String choose(Act act) {
    List<Work> before =
        work.newest(act.who(), 50).stream()
            .filter(w -> w.kind().startsWith("htcds."))
            .limit(10)
            .toList();
    act.with("before", before)
        .with(
            "columns",
            columns.kept(act.who()).stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList());
    return "protect/htcds/import";
  }

  @GetMapping("/protect/import/template.csv")
  ResponseEntity<byte[]> template() {
    return FileAnswer.saved("htcds-2.0.csv", FileAnswer.CSV)
        .body(template.csv().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/protect/import/template.xlsx")
  ResponseEntity<byte[]> workbook() throws IOException {
    return FileAnswer.saved("htcds-2.0.xlsx", FileAnswer.XLSX).body(template.xlsx());
  }

  @PostMapping("/protect/import/upload")
  String check(Act act) throws IOException {
    Upload upload =
        Upload.of(act.request()).orElseThrow(() -> new Refused("htcds.refused.no-file"));
    // outside the transaction: a slow upload must not hold a database connection
    UUID received = imports.receive(upload, act.form().id("columns").orElse(null), act.who());
    return act.once(
        () -> {
          imports.check(received, act.page().texts(), act.page().moments().today(), act.who());
          return "/work/" + received;
        });
  }

  @GetMapping("/protect/import/{id}")
  String report(@PathVariable UUID id, Act act) throws IOException {
    Work found = work.find(id, act.who());
    List<List<String>> faults = imports.faults(id, SHOWN + 1, act.who());
    act.with(
        "view",
        new ImportPage(
            found,
            faults.subList(0, Math.min(SHOWN, faults.size())),
            faults.size() > SHOWN,
            work.files(id, act.who()).stream().filter(f -> !f.input()).findFirst(),
            found.kind().equals(Imports.CHECK) && found.state() == WorkState.DONE));
    return "protect/htcds/report";
  }

  @PostMapping("/protect/import/{id}/enter")
  String enter(@PathVariable UUID id, Act act) {
    return act.once(
        () ->
            "/work/"
                + imports.enter(id, act.page().texts(), act.page().moments().today(), act.who()));
  }
}
