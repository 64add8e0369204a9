package org.passerelle.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Scope;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.casework.cases.web.CaseFields;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.CasePlace;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.safeguards.oversight.ProgramReads;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Cases that the token's user may see, with the same rules and the same logging as on the pages.
 */
@ApiHandler("/api/v1/cases")
@Caseworkers
class CasesApi {
  private static final int MOST = 200;
  private final Cases cases;
  private final CaseOpening opening;
  private final CaseList list;
  private final CaseNotes caseNotes;
  private final Persons persons;
  private final CaseFields fields;
  private final ProgramReads reads;
  private final ApiForms forms;

  CasesApi(
      Cases cases,
      CaseOpening opening,
      CaseList list,
      CaseNotes caseNotes,
      Persons persons,
      CaseFields fields,
      ProgramReads reads,
      ApiForms forms) {
    this.cases = cases;
    this.opening = opening;
    this.list = list;
    this.caseNotes = caseNotes;
    this.persons = persons;
    this.fields = fields;
    this.reads = reads;
    this.forms = forms;
  }

  /** A case in a list, without name. */
  record Row(
      UUID id,
      String code,
      String pseudonym,
      String state,
      @Nullable String form,
      String country,
      boolean minor,
      UUID lead,
      Instant changedAt,
      @Nullable Instant nextDue) {}

  /** A page of a list; {@code next} is the value for {@code after}, or null at the end. */
  record Rows(List<Row> items, @Nullable String next) {}

  @GetMapping
  @Scope("cases:read")
  Rows list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal SignedIn who) {
    CaseList.Slice slice =
        list.slice(
            new CaseFilter(
                false, state, form, country, false, false, "", null, null, null, "changed", false,
                List.of()),
            who,
            CasePlace.of(after),
            Math.min(Math.max(limit, 1), MOST));
    return new Rows(
        slice.rows().stream().map(CasesApi::row).toList(),
        slice.next().map(CasePlace::written).orElse(null));
  }

  private static Row row(CaseList.Row row) {
    return new Row(
        row.id(),
        row.code(),
        row.pseudonym(),
        row.state().code(),
        row.form(),
        row.country(),
        row.minor(),
        row.lead(),
        row.changedAt(),
        row.nextDue());
  }

  /** A case; the access is logged. */
  record Whole(
      UUID id,
      String code,
      String state,
      String country,
      @Nullable String form,
      boolean minor,
      boolean nonPunishment,
      LocalDate firstContact,
      String howCame,
      String safeToContact,
      String asylum,
      UUID person,
      UUID lead,
      String pseudonym,
      String takeCare,
      List<String> vulnerabilities,
      Instant openedAt,
      Instant changedAt,
      @Nullable Instant nextDue,
      int version) {}

  @GetMapping("/{id}")
  @Scope("cases:read")
  Whole read(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    reads.count(cases.find(id, who).person().id(), who);
    Case found = cases.read(id, who);
    return new Whole(
        found.id(),
        found.code(),
        found.state().code(),
        found.country(),
        found.form(),
        found.minor(),
        found.nonPunishment(),
        found.firstContact(),
        found.howCame(),
        found.safeToContact(),
        found.asylum(),
        found.person().id(),
        found.lead(),
        found.details().pseudonym(),
        found.details().takeCare(),
        found.vulnerabilities(),
        found.openedAt(),
        found.changedAt(),
        found.nextDue(),
        found.version());
  }

  /**
   * Identity and contact of the person; needs a scope of its own, and is logged as on the page.
   * Like every access to a case, it counts towards the persons whom the user may export alone.
   */
  record Person(Identity identity, Contact contact) {}

  @GetMapping("/{id}/identity")
  @Scope("identities:read")
  Person identity(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    UUID person = cases.find(id, who).person().id();
    reads.count(person, who);
    return new Person(persons.identity(person, who), persons.contact(person, who));
  }

  /** Identifier of a created resource. */
  record Made(UUID id) {}

  /**
   * Opens a case.
   *
   * @param body the fields of the page that opens a case, by name; lists as arrays
   * @param key requests with the same key open one case
   */
  @PostMapping
  @Scope("cases:write")
  ResponseEntity<Made> open(
      @RequestBody Map<String, Object> body,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = forms.filled(body);
    LocalDate today = forms.today();
    PersonDraft person = fields.person(form, today);
    CaseDraft draft = fields.draft(form, today, null);
    forms.check(form);
    return forms.once(key, who, "/api/v1/cases/", () -> opening.open(person, draft, who));
  }

  /** A note to add. */
  record Note(@Nullable String kind, @Nullable String text) {}

  @PostMapping("/{id}/notes")
  @Scope("cases:write")
  ResponseEntity<Made> note(
      @PathVariable UUID id,
      @RequestBody Note note,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @AuthenticationPrincipal SignedIn who) {
    cases.check(id, who);
    Filled form =
        Filled.with(
            Map.of(
                "kind", note.kind() == null ? "" : note.kind(),
                "text", note.text() == null ? "" : note.text()));
    String kind = form.neededCode("kind", forms.codes("note_kinds"));
    String text = form.neededText("text", Filled.LONG);
    forms.check(form);
    return forms.once(
        key, who, "/api/v1/cases/" + id + "/notes/", () -> caseNotes.note(id, kind, text, who));
  }
}
