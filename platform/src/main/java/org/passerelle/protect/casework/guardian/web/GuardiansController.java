package org.passerelle.protect.casework.guardian.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of guardians of a case. */
@Controller
@Caseworkers
class GuardiansController {
  private static final String ALL = "/protect/cases/{id}/guardians";
  private static final String ONE = ALL + "/{mandate}";
  private static final Set<String> ACTS = Set.of("verify", "suspect", "lift", "end");
  private static final String WHAT = "what";
  private static final int WORDS = 4000;
  private static final int YEARS = 25;

  private final Mandates mandates;
  private final Cases cases;
  private final Relations relations;
  private final Users users;
  private final CodeOptions options;

  GuardiansController(
      Mandates mandates, Cases cases, Relations relations, Users users, CodeOptions options) {
    this.mandates = mandates;
    this.cases = cases;
    this.relations = relations;
    this.users = users;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, null, "all", act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("kind", "guardian", "from", act.page().moments().today().toString()));
    return page(id, null, "new", act);
  }

  private String page(UUID id, @Nullable UUID chosen, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<Mandate> all = mandates.of(file);
    Optional<Mandate> one = all.stream().filter(m -> m.id().equals(chosen)).findFirst();
    if (chosen != null && one.isEmpty()) {
      throw new NotFound();
    }
    Set<UUID> people = new HashSet<>();
    all.forEach(
        m -> {
          people.add(m.by());
          m.events().forEach(e -> people.add(e.by()));
        });
    return act.show(
        "protect/guardian/" + template,
        new GuardiansPage(
            file,
            all,
            relations.around(file),
            users.names(people),
            act.who().is(Role.SUPERVISOR),
            one,
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ALL)
  String record(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Mandate.Draft draft =
        new Mandate.Draft(
            form.id("person").orElse(null),
            form.neededCode("kind", options.codes("guardian_kinds")),
            form.day("decided_on", today).orElse(null),
            form.neededDay("from", today.plusYears(1), today),
            form.day("until", today.plusYears(YEARS)).orElse(null),
            new Mandate.Words(
                form.text("name", 200),
                form.text("authority", 200),
                form.text("reference", 100),
                form.text("contact", 300)),
            form.text("verified", WORDS));
    return act.submit(
        () -> page(id, null, "new", act),
        at(id),
        () -> {
          mandates.record(id, draft, act.who());
          act.notice("good", "guardian.saved");
        });
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/guardians";
  }

  /** The form of an act; not found for users who may not carry it out. */
  @GetMapping(ONE + "/{what}")
  String form(@PathVariable UUID id, @PathVariable UUID mandate, Act act) {
    String what = act.part(WHAT);
    if (!ACTS.contains(what) || (what.equals("lift") && !act.who().is(Role.SUPERVISOR))) {
      throw new NotFound();
    }
    act.form(Map.of("on", act.page().moments().today().toString()));
    act.with(WHAT, what);
    return page(id, mandate, "act", act);
  }

  @PostMapping(ONE + "/{what}")
  String take(@PathVariable UUID id, @PathVariable UUID mandate, Act act) {
    String what = act.part(WHAT);
    Filled form = act.form();
    boolean ends = what.equals("end");
    LocalDate today = act.page().moments().today();
    String words = ends ? form.text("words", WORDS) : form.neededText("words", WORDS);
    LocalDate on = ends ? form.neededDay("on", today, today) : today;
    String how = ends ? form.neededCode("how", options.codes("mandate_ends")) : "";
    return act.submit(
        () -> form(id, mandate, act),
        at(id),
        () -> {
          switch (what) {
            case "verify" -> mandates.verify(id, mandate, words, act.who());
            case "suspect" -> mandates.suspect(id, mandate, words, act.who());
            case "lift" -> mandates.lift(id, mandate, words, act.who());
            case "end" -> mandates.end(id, mandate, on, how, words, act.who());
            default -> throw new NotFound();
          }
          act.notice(what.equals("suspect") ? "danger" : "good", "guardian.done." + what);
        });
  }
}
