package org.passerelle.protect.casework.casefile.web;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.casefile.CaseSheets;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to print a case, and to make a copy for the person. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class CaseFileController {
  private final CaseSheets sheets;
  private final Cases cases;
  private final CaseNotes caseNotes;
  private final Languages languages;
  private final java.time.Clock clock;

  CaseFileController(
      CaseSheets sheets,
      Cases cases,
      CaseNotes caseNotes,
      Languages languages,
      java.time.Clock clock) {
    this.sheets = sheets;
    this.cases = cases;
    this.caseNotes = caseNotes;
    this.languages = languages;
    this.clock = clock;
  }

  @GetMapping("/protect/cases/{id}/paper")
  String choose(@PathVariable UUID id, Act act) {
    act.with("file", cases.find(id, act.who()));
    act.with(
        "parts",
        CaseSheets.PARTS.stream()
            .map(part -> new Option(part, act.text("casefile.part." + part)))
            .toList());
    return "protect/casefile/paper";
  }

  @PostMapping("/protect/cases/{id}/paper")
  ResponseEntity<byte[]> print(@PathVariable UUID id, Act act) {
    Set<String> parts = new HashSet<>(act.form().shownAll("part"));
    Sheet sheet =
        sheets.print(
            id, parts, new CaseSheets.Setting(act.page().texts(), act.page().moments()), act.who());
    return pdf(sheet.pdf(), "case-" + cases.find(id, act.who()).code());
  }

  @GetMapping("/protect/cases/{id}/copy")
  String copy(@PathVariable UUID id, Act act) {
    act.with("file", cases.find(id, act.who()));
    act.with("notes", caseNotes.notes(id, act.who()));
    act.with("earlier", caseNotes.earlier(id, act.who()));
    return "protect/casefile/copy";
  }

  @PostMapping("/protect/cases/{id}/copy")
  ResponseEntity<byte[]> printCopy(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Language language = languages.byTag(form.shown("language"));
    Texts texts = languages.texts(language);
    Set<UUID> given =
        form.shownAll("note").stream()
            .filter(one -> one.matches("[0-9a-f-]{36}"))
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    Sheet sheet =
        sheets.copy(
            id,
            given,
            form.shown("reason"),
            new CaseSheets.Setting(texts, new Moments(texts, act.page().moments().zone(), clock)),
            act.who());
    return pdf(sheet.pdf(), "copy-" + cases.find(id, act.who()).code());
  }

  private static ResponseEntity<byte[]> pdf(byte[] pdf, String name) {
    return FileAnswer.saved(name + ".pdf", MediaType.APPLICATION_PDF).body(pdf);
  }
}
