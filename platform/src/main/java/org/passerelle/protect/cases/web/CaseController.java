package org.passerelle.protect.cases.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseNotice;
import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.CaseWork;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.Contact;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.HandOvers;
import org.passerelle.protect.cases.Identity;
import org.passerelle.protect.cases.Persons;
import org.passerelle.protect.cases.Relations;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages of one case: overview, notes and files, tasks, identity. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class CaseController {
  private static final int LINES = 12;
  private static final int ALL_LINES = 1_000;
  private final Cases cases;
  private final Persons persons;
  private final CaseWork work;
  private final CaseFiles files;
  private final Episodes episodes;
  private final Decisions decisions;
  private final CaseJournal journal;
  private final Relations relations;
  private final CaseTeam team;
  private final Users users;
  private final CaseOptions options;
  private final OnceOnly once;
  private final List<CasePart> parts;
  private final List<CaseNotice> notices;
  private final DeadlineLines deadlines;
  private final TransactionTemplate reading;

  CaseController(
      Cases cases,
      Persons persons,
      CaseWork work,
      CaseFiles files,
      Episodes episodes,
      Decisions decisions,
      CaseJournal journal,
      Relations relations,
      CaseTeam team,
      Users users,
      CaseOptions options,
      OnceOnly once,
      List<CasePart> parts,
      List<CaseNotice> notices,
      DeadlineLines deadlines,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.persons = persons;
    this.work = work;
    this.files = files;
    this.episodes = episodes;
    this.decisions = decisions;
    this.journal = journal;
    this.relations = relations;
    this.team = team;
    this.users = users;
    this.options = options;
    this.once = once;
    this.parts = parts.stream().sorted(Comparator.comparingInt(CasePart::order)).toList();
    this.notices = notices;
    this.deadlines = deadlines;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  @GetMapping
  String overview(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    model.addAttribute("view", view(cases.read(id, who), List.of(), List.of(), LINES, page, who));
    return "protect/cases/case";
  }

  @GetMapping("/history")
  String history(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    model.addAttribute(
        "view", view(cases.read(id, who), List.of(), List.of(), ALL_LINES, page, who));
    return "protect/cases/history";
  }

  @GetMapping("/notes")
  String notes(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.find(id, who);
    List<CaseWork.Note> notes = work.notes(id, who);
    model.addAttribute("view", view(found, notes, files.of(id, who), 0, page, who));
    model.addAttribute("form", Filled.with(Map.of()));
    return "protect/cases/notes";
  }

  @PostMapping("/notes")
  String note(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    String text = form.neededText("text", Filled.LONG);
    String kind = form.neededCode("kind", options.codes("note_kinds"));
    if (!form.errors().isEmpty()) {
      Case found = cases.find(id, who);
      model.addAttribute("view", view(found, work.notes(id, who), files.of(id, who), 0, page, who));
      model.addAttribute("form", form);
      return "protect/cases/notes";
    }
    return once.run(
        form.once(),
        who,
        () -> {
          work.note(id, kind, text, who);
          return "/protect/cases/" + id + "/notes";
        });
  }

  @PostMapping("/files")
  String file(
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who)
      throws java.io.IOException {
    Filled form = Filled.of(sent);
    byte[] content = file.getBytes();
    String kind = form.code("file_kind", options.codes("file_kinds"));
    String name = file.getOriginalFilename();
    return once.run(
        form.once(),
        who,
        () -> {
          files.add(id, kind.isEmpty() ? "other" : kind, name == null ? "" : name, content, who);
          return "/protect/cases/" + id + "/notes";
        });
  }

  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @PathVariable UUID file, @AuthenticationPrincipal SignedIn who) {
    CaseFiles.Opened opened = files.open(id, file, who);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(opened.content());
  }

  @PostMapping("/tasks")
  String task(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    String title = form.neededText("title", 300);
    String kind = form.code("task_kind", options.codes("task_kinds"));
    LocalDate day = form.neededDay("due", today.plusYears(10), today);
    UUID assigned = assigned(form, id, who);
    if (!form.errors().isEmpty()) {
      model.addAttribute("form", form);
      model.addAttribute("view", view(cases.find(id, who), List.of(), List.of(), LINES, page, who));
      return "protect/cases/task";
    }
    return once.run(
        form.once(),
        who,
        () -> {
          work.task(
              id,
              kind.isEmpty() ? "other" : kind,
              title,
              day.atTime(LocalTime.of(18, 0)).atZone(page.moments().zone()).toInstant(),
              assigned,
              who);
          return "/protect/cases/" + id;
        });
  }

  @GetMapping("/tasks/new")
  String blankTask(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    String chosen = options.codes("task_kinds").contains(kind) ? kind : "";
    model.addAttribute(
        "form", Filled.with(Map.of("assigned", who.user().toString(), "task_kind", chosen)));
    model.addAttribute("view", view(cases.find(id, who), List.of(), List.of(), LINES, page, who));
    return "protect/cases/task";
  }

  @PostMapping("/tasks/{task}/done")
  String done(
      @PathVariable UUID id, @PathVariable UUID task, @AuthenticationPrincipal SignedIn who) {
    work.done(id, task, who);
    return "redirect:/protect/cases/" + id;
  }

  /** A POST, so that looking at an identity is an act and never a link that somebody followed. */
  @PostMapping("/identity")
  String identity(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.find(id, who);
    Identity identity = persons.identity(found.person().id(), who);
    Contact contact = persons.contact(found.person().id(), who);
    model.addAttribute("view", view(found, List.of(), List.of(), 0, page, who));
    model.addAttribute("identity", identity);
    model.addAttribute("contact", contact);
    return "protect/cases/identity";
  }

  private UUID assigned(Filled form, UUID id, SignedIn who) {
    List<UUID> members = team.members(id, who);
    return members.stream()
        .filter(m -> m.toString().equals(form.shown("assigned")))
        .findFirst()
        .orElse(who.user());
  }

  /** In one transaction: a page needs two dozen answers, and each would begin one of its own. */
  private CasePage view(
      Case found,
      List<CaseWork.Note> notes,
      List<CaseFiles.CaseFile> attached,
      int lines,
      Page page,
      SignedIn who) {
    return Objects.requireNonNull(
        reading.execute(transaction -> gathered(found, notes, attached, lines, page, who)));
  }

  private CasePage gathered(
      Case found,
      List<CaseWork.Note> notes,
      List<CaseFiles.CaseFile> attached,
      int lines,
      Page page,
      SignedIn who) {
    UUID id = found.id();
    List<CaseJournal.Line> journalLines = lines == 0 ? List.of() : journal.newest(id, lines);
    List<UUID> members = team.members(id, who);
    Set<UUID> people = new HashSet<>(members);
    people.add(found.lead());
    notes.forEach(n -> people.add(n.user()));
    attached.forEach(f -> people.add(f.user()));
    for (CaseJournal.Line line : journalLines) {
      UUID user = line.user();
      if (user != null) {
        people.add(user);
      }
    }
    List<CaseTeam.Temporary> temporary = team.temporary(id, who);
    temporary.forEach(t -> people.add(t.user()));
    List<CasePage.Part> others = new ArrayList<>();
    for (CasePart part : parts) {
      others.add(new CasePage.Part(part.key(), part.path(), part.count(id, who)));
    }
    return new CasePage(
        found,
        others,
        work.openTasks(id, who),
        episodes.of(id, who),
        decisions.of(id, who),
        journalLines,
        relations.around(id, who),
        members,
        notes,
        attached,
        work.written(id),
        users.names(people),
        new CaseWords(options, page.language()),
        notices.stream().flatMap(n -> n.of(found, who, page).stream()).toList(),
        temporary,
        HandOvers.mayHandOver(found, who),
        lines == LINES ? deadlines.of(found, who, page) : List.of());
  }
}
