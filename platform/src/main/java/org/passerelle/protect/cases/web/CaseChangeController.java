package org.passerelle.protect.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseDeadlines;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.ChangedMeanwhile;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.PersonDraft;
import org.passerelle.protect.cases.Persons;
import org.passerelle.protect.cases.Relations;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing a case: its facts, its person, episodes, decisions, team, closing. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class CaseChangeController {
  private final Cases cases;
  private final Persons persons;
  private final Episodes episodes;
  private final Decisions decisions;
  private final Relations relations;
  private final CaseTeam team;
  private final Users users;
  private final CaseFields fields;
  private final CaseOptions options;
  private final OnceOnly once;
  private final CaseDeadlines deadlines;

  CaseChangeController(
      Cases cases,
      Persons persons,
      Episodes episodes,
      Decisions decisions,
      Relations relations,
      CaseTeam team,
      Users users,
      CaseFields fields,
      CaseOptions options,
      OnceOnly once,
      CaseDeadlines deadlines) {
    this.cases = cases;
    this.persons = persons;
    this.episodes = episodes;
    this.decisions = decisions;
    this.relations = relations;
    this.team = team;
    this.users = users;
    this.fields = fields;
    this.options = options;
    this.once = once;
    this.deadlines = deadlines;
  }

  @GetMapping("/edit")
  String edit(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.read(id, who);
    return form(
        "protect/cases/edit", found, found.version(), CaseFields.filled(found), page, model);
  }

  @PostMapping("/edit")
  String change(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.find(id, who);
    Filled form = Filled.of(sent);
    CaseDraft draft = fields.draft(form, page.moments().today().plusDays(1), found.screening());
    if (!form.errors().isEmpty()) {
      return form("protect/cases/edit", found, form.version(), form, page, model);
    }
    try {
      return once.run(
          form.once(),
          who,
          () -> {
            cases.change(id, form.version(), draft, who);
            return "/protect/cases/" + id;
          });
    } catch (ChangedMeanwhile e) {
      return conflict(
          "protect/cases/edit",
          cases.read(id, who),
          form,
          CaseFields.filled(cases.find(id, who)),
          e.current(),
          page,
          model);
    }
  }

  /** Opening the person's form shows the identity, so it is an act of its own and logged. */
  @PostMapping("/person")
  String person(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.find(id, who);
    UUID person = found.person().id();
    Filled form =
        CaseFields.filled(
            found.person(), persons.identity(person, who), persons.contact(person, who));
    return form("protect/cases/person", found, found.person().version(), form, page, model);
  }

  @PostMapping("/person/save")
  String changePerson(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.find(id, who);
    Filled form = Filled.of(sent);
    PersonDraft draft = fields.person(form, page.moments().today());
    if (!form.errors().isEmpty()) {
      return form("protect/cases/person", found, form.version(), form, page, model);
    }
    try {
      return once.run(
          form.once(),
          who,
          () -> {
            cases.changePerson(id, form.version(), draft, who);
            return "/protect/cases/" + id;
          });
    } catch (ChangedMeanwhile e) {
      UUID person = found.person().id();
      Case now = cases.find(id, who);
      Filled stored =
          CaseFields.filled(
              now.person(), persons.identity(person, who), persons.contact(person, who));
      return conflict("protect/cases/person", now, form, stored, e.current(), page, model);
    }
  }

  @GetMapping("/episodes/new")
  String blankEpisode(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return act("protect/cases/episode", cases.find(id, who), Filled.with(Map.of()), page, model);
  }

  @PostMapping("/episodes")
  String episode(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    String from = form.text("from", 40);
    String until = form.text("until", 40);
    CaseDates.check(form, "from", from, today);
    CaseDates.check(form, "until", until, today);
    String sector = form.code("sector", options.codes("sectors"));
    Episodes.Draft draft =
        new Episodes.Draft(
            form.neededCode("form", options.codes("forms_of_exploitation")),
            sector.isEmpty() ? null : sector,
            form.codes("countries", options.codes("countries")),
            form.codes("means", options.codes("means_of_control")),
            new Episodes.Details(
                from,
                until,
                form.text("places", 2_000),
                form.text("debts", 2_000),
                form.text("account", Filled.LONG)));
    if (!form.errors().isEmpty()) {
      return act("protect/cases/episode", cases.find(id, who), form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          episodes.add(id, draft, who);
          return "/protect/cases/" + id;
        });
  }

  @GetMapping("/decisions/new")
  String blankDecision(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return act("protect/cases/decision", cases.find(id, who), Filled.with(Map.of()), page, model);
  }

  @PostMapping("/decisions")
  String decision(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    Decisions.Draft draft =
        new Decisions.Draft(
            form.neededCode("kind", options.codes("decision_kinds")),
            form.neededDay("decided_on", today, today),
            form.day("appeal_until", today.plusYears(5)).orElse(null),
            new Decisions.Content(
                form.neededText("authority", 300), form.neededText("reasons", Filled.LONG)));
    if (!form.errors().isEmpty()) {
      return act("protect/cases/decision", cases.find(id, who), form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          decisions.record(id, draft, who);
          return "/protect/cases/" + id;
        });
  }

  @GetMapping("/persons/new")
  String blankAround(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return act(
        "protect/cases/around",
        cases.find(id, who),
        Filled.with(Map.of("might_be_minor", "not_sure")),
        page,
        model);
  }

  @PostMapping("/persons")
  String around(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    PersonDraft draft = fields.person(form, page.moments().today());
    String role = form.neededCode("role", options.codes("roles_in_case"));
    String relation = form.neededCode("relation", options.codes("relations"));
    LocalDate from = form.day("from_day", page.moments().today()).orElse(null);
    if (!form.errors().isEmpty()) {
      return act("protect/cases/around", cases.find(id, who), form, page, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          relations.add(
              id,
              draft,
              role,
              relation,
              form.ticked("suspected"),
              form.ticked("verified"),
              from,
              who);
          return "/protect/cases/" + id;
        });
  }

  @GetMapping("/team")
  String team(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Case found = cases.read(id, who);
    List<UUID> members = team.members(id, who);
    model.addAttribute(
        "view",
        new TeamPage(
            found,
            members,
            users.names(members),
            team.candidates(id, who),
            new CaseWords(options, page.language())));
    return "protect/cases/team";
  }

  @PostMapping("/team/add")
  String addColleague(
      @PathVariable UUID id, @RequestParam UUID user, @AuthenticationPrincipal SignedIn who) {
    team.add(id, user, who);
    return "redirect:/protect/cases/" + id + "/team";
  }

  @PostMapping("/team/remove")
  String removeColleague(
      @PathVariable UUID id, @RequestParam UUID user, @AuthenticationPrincipal SignedIn who) {
    team.remove(id, user, who);
    return "redirect:/protect/cases/" + id + "/team";
  }

  @PostMapping("/team/close")
  String closeToNamed(
      @PathVariable UUID id, @RequestParam boolean closed, @AuthenticationPrincipal SignedIn who) {
    team.closeToNamed(id, closed, who);
    return "redirect:/protect/cases/" + id + "/team";
  }

  /** Somebody has dealt with what the law or a decision sets. */
  @PostMapping("/deadlines/settled")
  String settled(
      @PathVariable UUID id,
      @RequestParam UUID event,
      @RequestParam String kind,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          deadlines.settle(id, event, kind, who);
          return "/protect/cases/" + id;
        });
  }

  @PostMapping("/reopen")
  String reopen(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    cases.reopen(id, who);
    return "redirect:/protect/cases/" + id;
  }

  private String form(
      String template, Case found, int version, Filled form, Page page, Model model) {
    model.addAttribute(
        "view", CaseFormPage.of(found.id(), version, form, options, page.language()));
    model.addAttribute("file", found);
    model.addAttribute("words", new CaseWords(options, page.language()));
    return template;
  }

  private String act(String template, Case found, Filled form, Page page, Model model) {
    return form(template, found, 0, form, page, model);
  }

  /**
   * Both saved: the page keeps what was typed, says what stands now, and the next saving counts
   * from there.
   */
  private String conflict(
      String template, Case now, Filled form, Filled stored, int current, Page page, Model model) {
    List<CaseFormPage.Changed> changed = new ArrayList<>();
    for (String field : form.names()) {
      String theirs = String.join(", ", stored.shownAll(field));
      if (!field.startsWith("_") && !theirs.equals(String.join(", ", form.shownAll(field)))) {
        changed.add(new CaseFormPage.Changed(field, theirs));
      }
    }
    model.addAttribute(
        "view",
        CaseFormPage.of(now.id(), current, form, options, page.language())
            .afterChange(current, changed));
    model.addAttribute("file", now);
    model.addAttribute("words", new CaseWords(options, page.language()));
    return template;
  }
}
