package org.passerelle.protect.casework.care.plan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.CareSteps;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the steps of a care plan. */
@Controller
@Caseworkers
class StepsController {
  private static final String GOAL = PlanController.ALL + "/goals/{goal}";
  private static final String STEP = PlanController.ALL + "/steps/{step}";
  private static final int WEEK = 7;

  private final CareSteps steps;
  private final PlanPages pages;

  StepsController(CareSteps steps, PlanPages pages) {
    this.steps = steps;
    this.pages = pages;
  }

  /** Reads the form of a step. */
  static CareStep.Draft draft(Filled form, UUID id, PlanPages pages, Act act) {
    return new CareStep.Draft(
        new CareStep.Words(form.neededText("what", 300), form.text("who_else", 200)),
        due(form, act),
        responsible(form, id, pages, act));
  }

  private static Instant due(Filled form, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate day = form.neededDay("due", today.plusYears(3), today);
    if (day.isBefore(today)) {
      form.errors().add("due", "care.error.past");
    }
    return act.page().moments().due(day);
  }

  private static UUID responsible(Filled form, UUID id, PlanPages pages, Act act) {
    return form.id("responsible")
        .filter(pages.responsible(id, act)::contains)
        .orElse(act.who().user());
  }

  @GetMapping(GOAL + "/step")
  String blank(@PathVariable UUID id, @PathVariable UUID goal, Act act) {
    act.form(
        Map.of(
            "due",
            act.page().moments().today().plusDays(WEEK).toString(),
            "responsible",
            act.who().user().toString()));
    return pages.form("step", id, goal, null, act);
  }

  @PostMapping(GOAL + "/steps")
  String add(@PathVariable UUID id, @PathVariable UUID goal, Act act) {
    CareStep.Draft draft = draft(act.form(), id, pages, act);
    return act.refusalsAt("what")
        .submit(
            () -> pages.form("step", id, goal, null, act),
            () -> {
              steps.add(id, goal, draft, act.who());
              act.notice("good", "care.step.added");
              return PlanController.at(id);
            });
  }

  @PostMapping(STEP + "/done")
  String done(@PathVariable UUID id, @PathVariable UUID step, Act act) {
    return act.once(
        PlanController.at(id),
        () -> {
          steps.done(id, step, act.who());
          act.notice("good", "care.step.done");
        });
  }

  /** The form to move, complete or drop an open step. */
  @GetMapping(STEP)
  String change(@PathVariable UUID id, @PathVariable UUID step, Act act) {
    CareStep found = steps.find(id, step, act.who());
    Instant due = found.due();
    if (!found.open() || due == null) {
      throw new NotFound();
    }
    act.form(
        Map.of(
            "due",
            LocalDate.ofInstant(due, act.page().moments().zone()).toString(),
            "responsible",
            String.valueOf(found.responsible())));
    return pages.form("change", id, found.goal(), found, act);
  }

  @PostMapping(STEP + "/move")
  String move(@PathVariable UUID id, @PathVariable UUID step, Act act) {
    CareStep found = steps.find(id, step, act.who());
    Instant due = due(act.form(), act);
    UUID responsible = responsible(act.form(), id, pages, act);
    return act.refusalsAt("due")
        .submit(
            () -> pages.form("change", id, found.goal(), found, act),
            PlanController.at(id),
            () -> {
              steps.move(id, step, due, responsible, act.who());
              act.notice("good", "care.step.moved");
            });
  }

  @PostMapping(STEP + "/drop")
  String drop(@PathVariable UUID id, @PathVariable UUID step, Act act) {
    CareStep found = steps.find(id, step, act.who());
    String reason = act.form().neededText("reason", 2000);
    return act.refusalsAt("reason")
        .submit(
            () -> pages.form("change", id, found.goal(), found, act),
            PlanController.at(id),
            () -> {
              steps.drop(id, step, reason, act.who());
              act.notice("good", "care.step.dropped");
            });
  }
}
