package org.passerelle.prosecute.investigation.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tasks of an investigation. */
@Controller
@Investigators
class TasksController {
  private static final String HERE = InvestigationPages.HERE + "/{id}/tasks";
  private static final int WORDS = 300;
  private final Tasks tasks;
  private final InvestigationTeam team;
  private final InvestigationPages pages;
  private final Users users;

  TasksController(Tasks tasks, InvestigationTeam team, InvestigationPages pages, Users users) {
    this.tasks = tasks;
    this.team = team;
    this.pages = pages;
    this.users = users;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "tasks", act);
    List<Tasks.Task> all = tasks.of(id, act.who());
    List<UUID> named =
        all.stream()
            .flatMap(task -> Stream.of(task.assigned(), task.doneBy()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return act.with("head", head)
        .with("tasks", all)
        .with("names", users.names(named))
        .with("members", members(id, act))
        .show("prosecute/investigation/tasks");
  }

  private List<Option> members(UUID id, Act act) {
    List<UUID> members = team.of(id, act.who()).stream().map(InvestigationTeam.Line::user).toList();
    Map<UUID, String> names = users.names(members);
    return members.stream()
        .map(user -> new Option(user.toString(), names.getOrDefault(user, "…")))
        .toList();
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.task-added")
  String add(@PathVariable UUID id, Act act) {
    String words = act.form().neededText("words", WORDS);
    String assigned = act.form().code("assigned", members(id, act));
    var moments = act.page().moments();
    @Nullable Instant due =
        act.form().day("due", moments.today().plusYears(10)).map(moments::due).orElse(null);
    return act.submit(
        () -> page(id, act),
        InvestigationPages.HERE + "/" + id + "/tasks",
        () ->
            tasks.add(
                id, words, assigned.isEmpty() ? null : UUID.fromString(assigned), due, act.who()));
  }

  @PostMapping(HERE + "/{task}/done")
  @Confirmed("prosecute.done.task-done")
  String done(@PathVariable UUID id, @PathVariable UUID task, Act act) {
    return act.once(
        InvestigationPages.HERE + "/" + id + "/tasks", () -> tasks.done(id, task, true, act.who()));
  }

  @PostMapping(HERE + "/{task}/open")
  @Confirmed("prosecute.done.task-open")
  String open(@PathVariable UUID id, @PathVariable UUID task, Act act) {
    return act.once(
        InvestigationPages.HERE + "/" + id + "/tasks",
        () -> tasks.done(id, task, false, act.who()));
  }
}
