package org.passerelle.protect.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseDeadlines;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseTeam;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.PersonDraft;
import org.passerelle.protect.cases.Persons;
import org.passerelle.protect.cases.Relations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    this.deadlines = deadlines;
  }

  @GetMapping("/edit")
  String edit(@PathVariable UUID id, Act act) {
    Case found = cases.read(id, act.who());
    act.form(CaseFields.filled(found));
    return form("protect/cases/edit", found, found.version(), act);
  }

  @PostMapping("/edit")
  String change(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    CaseDraft draft =
        fields.draft(act.form(), act.page().moments().today().plusDays(1), found.screening());
    return act.submit(
        () -> form("protect/cases/edit", cases.read(id, act.who()), found.version(), act),
        () -> {
          cases.change(id, act.form().version(), draft, act.who());
          return "/protect/cases/" + id;
        },
        () -> CaseFields.filled(cases.find(id, act.who())));
  }

  /** Opening the person's form shows the identity, so it is an act of its own and logged. */
  @PostMapping("/person")
  String person(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    act.form(stored(found, act));
    return form("protect/cases/person", found, found.person().version(), act);
  }

  /** Whoever switches the language there looks at the identity again by a button of the case. */
  @GetMapping("/person")
  String personAgain(@PathVariable UUID id) {
    return "redirect:/protect/cases/" + id;
  }

  @PostMapping("/person/save")
  String changePerson(@PathVariable UUID id, Act act) {
    Case found = cases.find(id, act.who());
    PersonDraft draft = fields.person(act.form(), act.page().moments().today());
    return act.submit(
        () -> form("protect/cases/person", found, found.person().version(), act),
        () -> {
          cases.changePerson(id, act.form().version(), draft, act.who());
          return "/protect/cases/" + id;
        },
        () -> stored(cases.find(id, act.who()), act));
  }

  private Filled stored(Case file, Act act) {
    UUID person = file.person().id();
    return CaseFields.filled(
        file.person(), persons.identity(person, act.who()), persons.contact(person, act.who()));
  }

  @GetMapping("/episodes/new")
  String blankEpisode(@PathVariable UUID id, Act act) {
    return blank("protect/cases/episode", id, act, Map.of());
  }

  @PostMapping("/episodes")
  String episode(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
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
    return add("protect/cases/episode", id, act, () -> episodes.add(id, draft, act.who()));
  }

  @GetMapping("/decisions/new")
  String blankDecision(@PathVariable UUID id, Act act) {
    return blank("protect/cases/decision", id, act, Map.of());
  }

  @PostMapping("/decisions")
  String decision(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Decisions.Draft draft =
        new Decisions.Draft(
            form.neededCode("kind", options.codes("decision_kinds")),
            form.neededDay("decided_on", today, today),
            form.day("appeal_until", today.plusYears(5)).orElse(null),
            new Decisions.Content(
                form.neededText("authority", 300), form.neededText("reasons", Filled.LONG)));
    return add("protect/cases/decision", id, act, () -> decisions.record(id, draft, act.who()));
  }

  @GetMapping("/persons/new")
  String blankAround(@PathVariable UUID id, Act act) {
    return blank("protect/cases/around", id, act, Map.of("might_be_minor", "not_sure"));
  }

  @PostMapping("/persons")
  String around(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    PersonDraft draft = fields.person(form, today);
    String role = form.neededCode("role", options.codes("roles_in_case"));
    String relation = form.neededCode("relation", options.codes("relations"));
    LocalDate from = form.day("from_day", today).orElse(null);
    return add(
        "protect/cases/around",
        id,
        act,
        () ->
            relations.add(
                id,
                draft,
                role,
                relation,
                form.ticked("suspected"),
                form.ticked("verified"),
                from,
                act.who()));
  }

  @GetMapping("/team")
  String team(@PathVariable UUID id, Act act) {
    Case found = cases.read(id, act.who());
    List<UUID> members = team.members(id, act.who());
    return act.show(
        "protect/cases/team",
        new TeamPage(
            found,
            members,
            users.names(members),
            team.candidates(id, act.who()),
            new CaseWords(options, act.language())));
  }

  @PostMapping("/team/add")
  String addColleague(@PathVariable UUID id, @RequestParam UUID user, Act act) {
    return inTeam(id, act, () -> team.add(id, user, act.who()));
  }

  @PostMapping("/team/remove")
  String removeColleague(@PathVariable UUID id, @RequestParam UUID user, Act act) {
    return inTeam(id, act, () -> team.remove(id, user, act.who()));
  }

  @PostMapping("/team/close")
  String closeToNamed(@PathVariable UUID id, @RequestParam boolean closed, Act act) {
    return inTeam(id, act, () -> team.closeToNamed(id, closed, act.who()));
  }

  /** Somebody has dealt with what the law or a decision sets. */
  @PostMapping("/deadlines/settled")
  String settled(@PathVariable UUID id, @RequestParam UUID event, Act act) {
    return act.once(
        () -> {
          deadlines.settle(id, event, act.form().shown("kind"), act.who());
          return "/protect/cases/" + id;
        });
  }

  @PostMapping("/reopen")
  String reopen(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          cases.reopen(id, act.who());
          return "/protect/cases/" + id;
        });
  }

  private static String inTeam(UUID id, Act act, Runnable change) {
    return act.once(
        () -> {
          change.run();
          return "/protect/cases/" + id + "/team";
        });
  }

  private String blank(String template, UUID id, Act act, Map<String, String> start) {
    act.form(start);
    return form(template, cases.find(id, act.who()), 0, act);
  }

  /** Adds something to a case, or shows its form again. */
  private String add(String template, UUID id, Act act, Runnable work) {
    return act.submit(
        () -> form(template, cases.find(id, act.who()), 0, act),
        () -> {
          work.run();
          return "/protect/cases/" + id;
        });
  }

  private String form(String template, Case file, int version, Act act) {
    return act.with("file", file)
        .with("words", new CaseWords(options, act.language()))
        .show(
            template,
            CaseFormPage.of(
                file.id(), act.form().version(version), act.form(), options, act.language()));
  }
}
