package org.passerelle.protect.casework.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of the tasks of a case. */
@Controller
@RequestMapping("/protect/cases/{id}/tasks")
@Caseworkers
class CaseTasksController {
  private final Cases cases;
  private final CaseTasks caseTasks;
  private final CaseTeam team;
  private final CasePages pages;
  private final CodeOptions options;
  private final Undo undo;

  CaseTasksController(
      Cases cases,
      CaseTasks caseTasks,
      CaseTeam team,
      CasePages pages,
      CodeOptions options,
      Undo undo) {
    this.cases = cases;
    this.caseTasks = caseTasks;
    this.team = team;
    this.pages = pages;
    this.options = options;
    this.undo = undo;
  }

  @GetMapping("/new")
  String blank(@PathVariable UUID id, Act act) {
    String kind = act.form().shown("kind");
    String chosen = options.codes("task_kinds").contains(kind) ? kind : "";
    act.form(Map.of("assigned", act.who().user().toString(), "task_kind", chosen));
    return show(id, act);
  }

  @PostMapping
  String add(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String title = form.neededText("title", 300);
    String kind = form.code("task_kind", options.codes("task_kinds"));
    LocalDate day = form.neededDay("due", today.plusYears(10), today);
    Instant due = act.page().moments().due(day);
    UUID assigned =
        team.members(id, act.who()).stream()
            .filter(m -> m.toString().equals(form.shown("assigned")))
            .findFirst()
            .orElse(act.who().user());
    return act.submit(
        () -> show(id, act),
        () -> {
          caseTasks.task(id, kind.isEmpty() ? "other" : kind, title, due, assigned, act.who());
          return "/protect/cases/" + id;
        });
  }

  @PostMapping("/{task}/done")
  String done(@PathVariable UUID id, @PathVariable UUID task, Act act) {
    return act.once(
        () -> {
          if (caseTasks.done(id, task, act.who())) {
            act.undoable(undo.offer(CaseTasks.DONE, task, "", act.who()), "task.done.now");
          }
          return "/protect/cases/" + id;
        });
  }

  private String show(UUID id, Act act) {
    return act.with("form", act.form())
        .show("protect/cases/task", pages.bare(cases.find(id, act.who()), act));
  }
}
