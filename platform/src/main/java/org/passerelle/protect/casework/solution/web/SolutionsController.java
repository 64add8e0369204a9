package org.passerelle.protect.casework.solution.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.solution.DurableSolution;
import org.passerelle.protect.casework.solution.DurableSolutions;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of durable solutions, prepared point by point. */
@Controller
@Caseworkers
class SolutionsController {
  private static final String ALL = "/protect/cases/{id}/solutions";
  private static final String ONE = ALL + "/{solution}";
  private static final int WORDS = 4000;
  private final DurableSolutions solutions;
  private final Cases cases;
  private final Users users;
  private final CodeOptions options;

  SolutionsController(DurableSolutions solutions, Cases cases, Users users, CodeOptions options) {
    this.solutions = solutions;
    this.cases = cases;
    this.users = users;
    this.options = options;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, null, "", "all", act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("country", cases.find(id, act.who()).country()));
    return page(id, null, "", "new", act);
  }

  private String page(UUID id, @Nullable UUID chosen, String point, String template, Act act) {
    Case file = cases.find(id, act.who());
    List<DurableSolution> all = solutions.of(id, act.who());
    @Nullable DurableSolution one = chosen == null ? null : solutions.find(id, chosen, act.who());
    Set<UUID> people = new HashSet<>();
    if (one != null) {
      one.points()
          .forEach(
              p -> {
                DurableSolution.Checked checked = p.checked();
                if (checked != null) {
                  people.add(checked.by());
                }
              });
    }
    return act.show(
        "protect/solution/" + template,
        new SolutionsPage(
            file,
            all,
            one,
            point,
            users.names(people),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ALL)
  String prepare(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String kind = form.neededCode("kind", options.codes("solution_kinds"));
    String country = form.neededCode("country", options.codes("countries"));
    DurableSolution.Words words = new DurableSolution.Words(form.text("plan", Filled.LONG));
    return act.submit(
        () -> page(id, null, "", "new", act),
        () -> at(id, solutions.prepare(id, kind, country, words, act.who())));
  }

  private static String at(UUID id, UUID solution) {
    return "/protect/cases/" + id + "/solutions/" + solution;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID solution, Act act) {
    act.form(Map.of("on", act.page().moments().today().toString()));
    return page(id, solution, "", "one", act);
  }

  @GetMapping(ONE + "/points/{point}")
  String point(@PathVariable UUID id, @PathVariable UUID solution, Act act) {
    String point = act.part("point");
    boolean asked =
        solutions.find(id, solution, act.who()).points().stream()
            .anyMatch(p -> p.code().equals(point) && !p.read());
    if (!asked) {
      throw new NotFound();
    }
    act.form(Map.of("met", "yes", "on", act.page().moments().today().toString()));
    return page(id, solution, point, "point", act);
  }

  @PostMapping(ONE + "/points/{point}")
  String check(@PathVariable UUID id, @PathVariable UUID solution, Act act) {
    String point = act.part("point");
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    boolean met = form.neededCode("met", Set.of("yes", "no")).equals("yes");
    LocalDate on = form.neededDay("on", today, today);
    DurableSolution.Evidence evidence =
        new DurableSolution.Evidence(
            form.neededText("whose", 200), form.neededText("words", WORDS));
    return act.submit(
        () -> point(id, solution, act),
        at(id, solution),
        () -> {
          solutions.check(id, solution, point, met, on, evidence, act.who());
          act.notice("good", "solution.checked");
        });
  }

  @PostMapping(ONE + "/decide")
  String decide(@PathVariable UUID id, @PathVariable UUID solution, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate on = act.form().neededDay("on", today, today);
    List<String> missing = solutions.find(id, solution, act.who()).missing();
    return act.refusalsAt("on")
        .submit(
            () -> page(id, solution, "", "one", act),
            at(id, solution),
            () -> {
              if (!missing.isEmpty()) {
                // names the missing points, so that the reader knows where to begin
                throw new Refused(
                    "solution.refused.missing",
                    missing.size(),
                    new CaseWords(options, act.language()).of("solution_points", missing));
              }
              solutions.decide(id, solution, on, act.who());
              act.notice("good", "solution.decided");
            });
  }

  @PostMapping(ONE + "/drop")
  String drop(@PathVariable UUID id, @PathVariable UUID solution, Act act) {
    return act.once(
        at(id, solution),
        () -> {
          solutions.drop(id, solution, act.who());
          act.notice("good", "solution.dropped");
        });
  }
}
