package org.passerelle.protect.casefile.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casefile.CaseSheets;
import org.passerelle.protect.casefile.DisclosureList;
import org.passerelle.protect.casefile.Sheet;
import org.passerelle.protect.cases.CaseCode;
import org.passerelle.protect.cases.CaseNotes;
import org.passerelle.protect.cases.Cases;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to print a case, to make a copy for the person, and to list disclosures. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class CaseFileController {
  private final CaseSheets sheets;
  private final DisclosureList disclosures;
  private final Cases cases;
  private final CaseNotes caseNotes;
  private final Languages languages;
  private final Addressees organisations;
  private final Users users;
  private final java.time.Clock clock;

  CaseFileController(
      CaseSheets sheets,
      DisclosureList disclosures,
      Cases cases,
      CaseNotes caseNotes,
      Languages languages,
      Addressees organisations,
      Users users,
      java.time.Clock clock) {
    this.sheets = sheets;
    this.disclosures = disclosures;
    this.cases = cases;
    this.caseNotes = caseNotes;
    this.languages = languages;
    this.organisations = organisations;
    this.users = users;
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

  @GetMapping("/protect/cases/{id}/disclosures")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.DATA_PROTECTION_OFFICER})
  String disclosures(@PathVariable UUID id, Act act) {
    DisclosureList.All all = disclosures.of(id, act.who());
    act.with("id", id);
    act.with("all", all);
    act.with(
        "names",
        users.names(all.lines().stream().map(DisclosureList.Line::by).collect(Collectors.toSet())));
    act.with("recipients", recipients(all, act.language()));
    return "protect/casefile/disclosures";
  }

  private Map<UUID, String> recipients(DisclosureList.All all, Language language) {
    return all.lines().stream()
        .flatMap(line -> Stream.ofNullable(line.recipient()))
        .distinct()
        .flatMap(id -> organisations.find(id).stream())
        .collect(Collectors.toMap(Organisation::id, o -> o.name().in(language)));
  }

  @GetMapping("/protect/disclosures")
  @Allowed(Role.DATA_PROTECTION_OFFICER)
  String find(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String held,
      Act act) {
    String sought = CaseCode.typed(code);
    Optional<UUID> found =
        sought.isEmpty() || sought.length() > 20
            ? Optional.empty()
            : disclosures.byCode(sought, act.who());
    if (found.isPresent()) {
      return "redirect:/protect/cases/" + found.get() + (held.isEmpty() ? "/disclosures" : "/held");
    }
    act.with("code", sought.length() > 20 ? "" : sought);
    return "protect/casefile/find";
  }
}
