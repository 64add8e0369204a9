package org.passerelle.protect.casework.care.plan.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareReview;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.CareSteps;
import org.passerelle.protect.casework.care.plan.Goal;
import org.passerelle.protect.casework.care.plan.Proposals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the care plan: goals and reviews. */
@Controller
@Caseworkers
class PlanController {
  static final String ALL = "/protect/cases/{id}/care";
  private static final String GOAL = ALL + "/goals/{goal}";
  private static final Set<String> PARTS = Set.of("yes", "partly", "no");
  private static final int QUARTER = 90;

  private final CarePlans plans;
  private final CareSteps steps;
  private final Proposals proposals;
  private final PlanPages pages;
  private final CodeOptions options;

  PlanController(
      CarePlans plans, CareSteps steps, Proposals proposals, PlanPages pages, CodeOptions options) {
    this.plans = plans;
    this.steps = steps;
    this.proposals = proposals;
    this.pages = pages;
    this.options = options;
  }

  static String at(UUID id) {
    return "/protect/cases/" + id + "/care";
  }

  @GetMapping(ALL)
  String plan(@PathVariable UUID id, Act act) {
    return pages.plan(id, act);
  }

  @PostMapping(ALL + "/proposed")
  String accept(@PathVariable UUID id, Act act) {
    Set<String> known = new HashSet<>(options.codes("care_needs"));
    return act.once(
        at(id),
        () -> {
          int accepted = proposals.accept(id, act.form().codes("need", known), act.who());
          if (accepted > 0) {
            act.notice("good", "care.goals.added", accepted);
          } else {
            act.notice("warn", "care.goals.none-ticked");
          }
        });
  }

  @GetMapping(ALL + "/goals/new")
  String blank(@PathVariable UUID id, Act act) {
    String need = act.asked().code("need", options.codes("care_needs"));
    act.form(Map.of("need", need, "responsible", act.who().user().toString()));
    return pages.form("goal", id, null, null, act);
  }

  /** Adds a goal, with its first step if one is given. */
  @PostMapping(ALL + "/goals")
  String add(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Goal.Draft goal =
        new Goal.Draft(
            form.neededCode("need", options.codes("care_needs")), form.text("words", 300), null);
    Optional<CareStep.Draft> first =
        Stream.of("what", "due", "who_else").allMatch(field -> form.shown(field).isBlank())
            ? Optional.empty()
            : Optional.of(StepsController.draft(form, id, pages, act));
    return act.submit(
        () -> pages.form("goal", id, null, null, act),
        () -> {
          UUID added = plans.add(id, goal, act.who());
          first.ifPresent(step -> steps.add(id, added, step, act.who()));
          act.notice("good", "care.goals.added", 1);
          return at(id);
        });
  }

  @GetMapping(GOAL + "/end")
  String ending(@PathVariable UUID id, @PathVariable UUID goal, Act act) {
    act.form(Map.of("outcome", "reached"));
    return pages.form("end", id, goal, null, act);
  }

  @PostMapping(GOAL + "/end")
  String end(@PathVariable UUID id, @PathVariable UUID goal, Act act) {
    Filled form = act.form();
    String outcome = form.neededCode("outcome", Set.of("reached", "dropped"));
    String reason =
        outcome.equals("dropped") ? form.neededText("reason", 2000) : form.text("reason", 2000);
    return act.refusalsAt("outcome")
        .submit(
            () -> pages.form("end", id, goal, null, act),
            at(id),
            () -> {
              plans.end(id, goal, outcome, reason, act.who());
              act.notice("good", "care.ended." + outcome);
            });
  }

  @GetMapping(ALL + "/review")
  String going(@PathVariable UUID id, Act act) {
    LocalDate today = act.page().moments().today();
    act.form(Map.of("on", today.toString(), "next", today.plusDays(QUARTER).toString()));
    return pages.form("review", id, null, null, act);
  }

  @PostMapping(ALL + "/reviews")
  String review(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Optional<LocalDate> next = form.day("next", today.plusYears(3));
    CareReview.Draft draft =
        new CareReview.Draft(
            form.neededDay("on", today, today),
            form.neededCode("took_part", PARTS),
            next.orElse(null),
            next.map(act.page().moments()::due).orElse(null),
            act.text("care.review.task"),
            form.text("words", 4000));
    return act.refusalsAt("next")
        .submit(
            () -> pages.form("review", id, null, null, act),
            at(id),
            () -> {
              plans.review(id, draft, act.who());
              act.notice("good", "care.review.entered");
            });
  }
}
