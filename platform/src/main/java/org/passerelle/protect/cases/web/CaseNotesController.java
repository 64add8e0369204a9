package org.passerelle.protect.cases.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.cases.CaseNotes;
import org.passerelle.protect.cases.Cases;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Notes of a case and the files that are attached to it. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseNotesController {
  private final Cases cases;
  private final CaseNotes caseNotes;
  private final CaseFiles files;
  private final CasePages pages;
  private final CaseOptions options;

  CaseNotesController(
      Cases cases, CaseNotes caseNotes, CaseFiles files, CasePages pages, CaseOptions options) {
    this.cases = cases;
    this.caseNotes = caseNotes;
    this.files = files;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping("/notes")
  String notes(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return show(id, act);
  }

  @PostMapping("/notes")
  String note(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("text", Filled.LONG);
    String kind = act.form().neededCode("kind", options.codes("note_kinds"));
    return act.submit(
        () -> show(id, act),
        () -> {
          caseNotes.note(id, kind, text, act.who());
          return at(id);
        });
  }

  private String show(UUID id, Act act) {
    Case found = cases.find(id, act.who());
    return act.with("form", act.form())
        .show(
            "protect/cases/notes",
            pages.of(found, caseNotes.notes(id, act.who()), files.of(id, act.who()), 0, act));
  }

  @PostMapping("/files")
  String attach(@PathVariable UUID id, @RequestParam MultipartFile file, Act act)
      throws java.io.IOException {
    byte[] content = file.getBytes();
    String kind = act.form().code("file_kind", options.codes("file_kinds"));
    String name = file.getOriginalFilename();
    return act.once(
        () -> {
          files.add(
              id, kind.isEmpty() ? "other" : kind, name == null ? "" : name, content, act.who());
          return at(id);
        });
  }

  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    CaseFiles.Opened opened = files.open(id, file, act.who());
    return FileAnswer.saved(opened.file().name(), MediaType.APPLICATION_OCTET_STREAM)
        .body(opened.content());
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/notes";
  }
}
