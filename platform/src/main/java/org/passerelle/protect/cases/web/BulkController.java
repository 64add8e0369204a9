package org.passerelle.protect.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.BulkChanges;
import org.passerelle.protect.cases.ClosingReasons;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changing several cases of the list at once: chosen, shown what would happen, done, taken back.
 */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class BulkController {
  private static final Set<String> ACTIONS = Set.of("assign", "task", "close", "reopen");
  private final BulkChanges bulk;
  private final CaseOptions options;
  private final Users users;
  private final OnceOnly once;

  BulkController(BulkChanges bulk, CaseOptions options, Users users, OnceOnly once) {
    this.bulk = bulk;
    this.options = options;
    this.users = users;
    this.once = once;
  }

  /** What would happen; nothing is changed yet. */
  @PostMapping("/protect/cases/bulk")
  String preview(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return preview(Filled.of(sent), page, who, model);
  }

  private String preview(Filled form, Page page, SignedIn who, Model model) {
    List<UUID> ids = ids(form);
    if (ids.isEmpty()) {
      throw new Refused("cases.refused.none-chosen");
    }
    String action = form.neededCode("action", ACTIONS);
    if (action.isEmpty()) {
      throw new Refused("cases.refused.no-action");
    }
    BulkChanges.Wish plain =
        new BulkChanges.Wish(action, chosen(form), form.shown("reason"), "", null);
    model.addAttribute(
        "view",
        new BulkPage(
            action,
            form,
            bulk.preview(plain, ids, who),
            colleagues(who).stream().map(u -> new Option(u.id().toString(), u.name())).toList(),
            options.ordered("task_kinds", page.language()),
            ClosingReasons.ALL));
    return "protect/cases/bulk";
  }

  @PostMapping("/protect/cases/bulk/run")
  String run(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    String action = form.neededCode("action", ACTIONS);
    BulkChanges.Wish wish = wish(action, form, page, who);
    if (!form.errors().isEmpty()) {
      return preview(form, page, who, model);
    }
    return once.run(
        form.once(), who, () -> "/protect/cases/bulk/" + bulk.run(wish, ids(form), who));
  }

  private BulkChanges.Wish wish(String action, Filled form, Page page, SignedIn who) {
    UUID lead = null;
    String kind = "";
    String title = "";
    Instant due = null;
    switch (action) {
      case "assign" -> {
        Set<String> known =
            colleagues(who).stream().map(u -> u.id().toString()).collect(Collectors.toSet());
        String code = form.neededCode("lead", known);
        lead = code.isEmpty() ? null : UUID.fromString(code);
      }
      case "task" -> {
        LocalDate today = page.moments().today();
        kind = form.code("task_kind", options.codes("task_kinds"));
        title = form.neededText("title", 300);
        LocalDate day = form.neededDay("due", today.plusYears(10), today);
        due = day.atTime(LocalTime.of(18, 0)).atZone(page.moments().zone()).toInstant();
      }
      case "close" -> kind = form.neededCode("reason", Set.copyOf(ClosingReasons.ALL));
      default -> {}
    }
    return new BulkChanges.Wish(action, lead, kind.isEmpty() ? "other" : kind, title, due);
  }

  @GetMapping("/protect/cases/bulk/{id}")
  String done(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    model.addAttribute("done", bulk.find(id, who));
    return "protect/cases/bulk-done";
  }

  @PostMapping("/protect/cases/bulk/{id}/undo")
  String undo(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          List<String> left = bulk.undo(id, who);
          Notices.leave(
              request,
              left.isEmpty() ? "good" : "warn",
              left.isEmpty()
                  ? page.text("cases.bulk.undone")
                  : page.text("cases.bulk.left", String.join(", ", left)));
          return "/protect/cases/bulk/" + id;
        });
  }

  private List<User> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(u -> u.roles().stream().anyMatch(RoleRule.CASEWORK::contains))
        .toList();
  }

  private static @Nullable UUID chosen(Filled form) {
    try {
      return UUID.fromString(form.shown("lead"));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static List<UUID> ids(Filled form) {
    List<UUID> ids = new ArrayList<>();
    for (String one : form.shownAll("case")) {
      try {
        ids.add(UUID.fromString(one));
      } catch (IllegalArgumentException none) {
        // no identifier of a case
      }
    }
    return ids;
  }
}
