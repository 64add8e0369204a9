package org.passerelle.protect.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseWork;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.ClosingReasons;
import org.passerelle.protect.supervision.ClosureCheck;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing a case: what is still open is named, and whoever closes says why all the same. */
@Controller
@RequestMapping("/protect/cases/{id}/closing")
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class ClosingController {
  private final Cases cases;
  private final CaseWork work;
  private final ClosureCheck check;
  private final Approvals approvals;
  private final OnceOnly once;

  ClosingController(
      Cases cases, CaseWork work, ClosureCheck check, Approvals approvals, OnceOnly once) {
    this.cases = cases;
    this.work = work;
    this.check = check;
    this.approvals = approvals;
    this.once = once;
  }

  @GetMapping
  String show(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show(cases.read(id, who), Filled.with(Map.of()), page, who, model);
  }

  @PostMapping
  String close(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Case file = cases.find(id, who);
    Filled form = Filled.of(sent);
    LocalDate today = page.moments().today();
    String reason = form.neededCode("reason", Set.copyOf(ClosingReasons.ALL));
    LocalDate followUp = form.day("follow_up", today.plusYears(5)).orElse(null);
    String why = form.text("why", Filled.LONG);
    List<ClosureCheck.Point> points = check.of(id, page.moments().zone(), who);
    boolean missing =
        points.stream()
            .anyMatch(p -> !p.settled() && !(p.key().equals("follow-up") && followUp != null));
    if (missing && why.isEmpty()) {
      form.errors().add("why", "closing.error.why");
    }
    if (followUp != null && followUp.isBefore(today)) {
      form.errors().add("follow_up", "closing.error.past");
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(file, form, page, who, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          if (!why.isEmpty()) {
            work.note(id, "supervision", why, who);
          }
          if (followUp != null) {
            work.task(
                id,
                "follow_up",
                page.text("closing.follow-up.task"),
                followUp.atTime(LocalTime.of(18, 0)).atZone(page.moments().zone()).toInstant(),
                file.lead(),
                who);
          }
          boolean waits = cases.close(id, reason, who).isPresent();
          Notices.leave(
              request,
              waits ? "warn" : "good",
              page.text(waits ? "closing.waits" : "closing.closed"));
          return "/protect/cases/" + id;
        });
  }

  private String show(Case file, Filled form, Page page, SignedIn who, Model model) {
    model.addAttribute(
        "view",
        new ClosingPage(
            file,
            check.of(file.id(), page.moments().zone(), who),
            ClosingReasons.ALL,
            approvals.needed(Cases.CLOSE, who),
            form));
    return "protect/supervision/closing";
  }
}
