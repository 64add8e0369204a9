package org.passerelle.protect.casework.list.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.ClosingReasons;
import org.passerelle.protect.casework.list.BulkChanges;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages for bulk changes: selection, preview, execution, undo. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class BulkController {
  private static final Set<String> ACTIONS = Set.of("assign", "task", "close", "reopen");
  private final BulkChanges bulk;
  private final CodeOptions options;
  private final CasesPages pages;

  BulkController(BulkChanges bulk, CodeOptions options, CasesPages pages) {
    this.bulk = bulk;
    this.options = options;
    this.pages = pages;
  }

  /** Shows a preview; nothing is changed yet. */
  @PostMapping("/protect/cases/bulk")
  String preview(Act act) {
    return preview(act.form(), act);
  }

  private String preview(Filled form, Act act) {
    List<UUID> ids = form.ids("case");
    if (ids.isEmpty()) {
      throw new Refused("cases.refused.none-chosen");
    }
    String action = form.neededCode("action", ACTIONS);
    if (action.isEmpty()) {
      throw new Refused("cases.refused.no-action");
    }
    BulkChanges.Wish plain =
        new BulkChanges.Wish(action, form.id("lead").orElse(null), form.shown("reason"), "", null);
    act.with(
        "view",
        new BulkPage(
            action,
            form,
            bulk.preview(plain, ids, act.who()),
            pages.colleagues(act.who()),
            options.ordered("task_kinds", act.language()),
            ClosingReasons.ALL));
    return "protect/list/bulk";
  }

  @PostMapping("/protect/cases/bulk/run")
  String run(Act act) {
    Filled form = act.form();
    String action = form.neededCode("action", ACTIONS);
    BulkChanges.Wish wish = wish(action, form, act);
    return act.submit(
        () -> preview(form, act),
        () -> "/protect/cases/bulk/" + bulk.run(wish, form.ids("case"), act.who()));
  }

  private BulkChanges.Wish wish(String action, Filled form, Act act) {
    UUID lead = null;
    String kind = "";
    String title = "";
    Instant due = null;
    switch (action) {
      case "assign" -> {
        Set<String> known =
            pages.colleagues(act.who()).stream().map(Option::value).collect(Collectors.toSet());
        String code = form.neededCode("lead", known);
        lead = code.isEmpty() ? null : UUID.fromString(code);
      }
      case "task" -> {
        LocalDate today = act.page().moments().today();
        kind = form.code("task_kind", options.codes("task_kinds"));
        title = form.neededText("title", 300);
        LocalDate day = form.neededDay("due", today.plusYears(10), today);
        due = act.page().moments().due(day);
      }
      case "close" -> kind = form.neededCode("reason", Set.copyOf(ClosingReasons.ALL));
      default -> {}
    }
    return new BulkChanges.Wish(action, lead, kind.isEmpty() ? "other" : kind, title, due);
  }

  @GetMapping("/protect/cases/bulk/{id}")
  String done(@PathVariable UUID id, Act act) {
    act.with("done", bulk.find(id, act.who()));
    return "protect/list/bulk-done";
  }

  @PostMapping("/protect/cases/bulk/{id}/undo")
  String undo(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          List<String> left = bulk.undo(id, act.who());
          act.said(
              left.isEmpty() ? "good" : "warn",
              left.isEmpty()
                  ? act.text("cases.bulk.undone")
                  : act.text("cases.bulk.left", String.join(", ", left)));
          return "/protect/cases/bulk/" + id;
        });
  }
}
