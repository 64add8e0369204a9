package org.passerelle.protect.casework.cases.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages that add episodes, decisions and other persons to a case. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseFactsController {
  private final Cases cases;
  private final Episodes episodes;
  private final Decisions decisions;
  private final Relations relations;
  private final CaseFields fields;
  private final CodeOptions options;
  private final CaseFormPages pages;

  CaseFactsController(
      Cases cases,
      Episodes episodes,
      Decisions decisions,
      Relations relations,
      CaseFields fields,
      CodeOptions options,
      CaseFormPages pages) {
    this.pages = pages;
    this.cases = cases;
    this.episodes = episodes;
    this.decisions = decisions;
    this.relations = relations;
    this.fields = fields;
    this.options = options;
  }

  @GetMapping("/episodes/new")
  String blankEpisode(@PathVariable UUID id, Act act) {
    return blank("protect/cases/episode", id, act, Map.of());
  }

  @PostMapping("/episodes")
  String episode(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String from = CaseDates.read(form, "from", today);
    String until = CaseDates.read(form, "until", today);
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

  private String blank(String template, UUID id, Act act, Map<String, String> start) {
    act.form(start);
    return form(template, cases.find(id, act.who()), 0, act);
  }

  /** Carries out an addition, or shows its form again. */
  private String add(String template, UUID id, Act act, Runnable work) {
    return act.submit(
        () -> form(template, cases.find(id, act.who()), 0, act),
        () -> {
          work.run();
          return "/protect/cases/" + id;
        });
  }

  private String form(String template, Case file, int version, Act act) {
    return pages.show(template, file, version, act);
  }
}
