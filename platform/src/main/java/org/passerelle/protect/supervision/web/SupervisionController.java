package org.passerelle.protect.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.protect.supervision.Absences;
import org.passerelle.protect.supervision.EmergencyAccess;
import org.passerelle.protect.supervision.OverdueSource;
import org.passerelle.protect.supervision.Workload;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The boards of a supervisor: who carries what, what is overdue, what was an emergency. */
@Controller
@Allowed(Role.SUPERVISOR)
class SupervisionController {
  private static final String HERE = "/protect/supervision";
  private static final int LOOKS = 100;
  private final Workload workload;
  private final List<OverdueSource> sources;
  private final EmergencyAccess emergencies;
  private final Absences absences;
  private final Approvals approvals;
  private final Users users;
  private final OnceOnly once;

  SupervisionController(
      Workload workload,
      List<OverdueSource> sources,
      EmergencyAccess emergencies,
      Absences absences,
      Approvals approvals,
      Users users,
      OnceOnly once) {
    this.workload = workload;
    this.sources = sources;
    this.emergencies = emergencies;
    this.absences = absences;
    this.approvals = approvals;
    this.users = users;
    this.once = once;
  }

  @GetMapping(HERE)
  String board(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("view", view(page, who));
    return "protect/supervision/board";
  }

  @GetMapping(HERE + "/overdue")
  String overdue(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("view", view(page, who));
    return "protect/supervision/overdue";
  }

  @GetMapping(HERE + "/emergencies")
  String emergencies(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    model.addAttribute("view", view(page, who));
    model.addAttribute("form", Filled.with(Map.of()));
    return "protect/supervision/emergencies";
  }

  @PostMapping(HERE + "/emergencies/{id}")
  String review(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String outcome = form.neededCode("outcome-" + id, Set.copyOf(EmergencyAccess.OUTCOMES));
    String finding = form.text("finding-" + id, Filled.LONG);
    if (finding.isEmpty() && !outcome.equals("justified")) {
      form.errors().add("finding-" + id, "emergency.refused.finding");
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", view(page, who));
      model.addAttribute("form", form);
      return "protect/supervision/emergencies";
    }
    return once.run(
        form.once(),
        who,
        () -> {
          emergencies.review(id, outcome, finding, who);
          Notices.leave(request, "good", page.text("emergency.reviewed"));
          return HERE + "/emergencies";
        });
  }

  private SupervisionPage view(Page page, SignedIn who) {
    Map<String, List<OverdueSource.Overdue>> found = new LinkedHashMap<>();
    for (OverdueSource source : sources) {
      found
          .computeIfAbsent(source.group(), g -> new ArrayList<>())
          .addAll(source.overdue(who, page));
    }
    List<SupervisionPage.Group> groups =
        found.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> new SupervisionPage.Group(e.getKey(), e.getValue()))
            .toList();
    return new SupervisionPage(
        workload.of(who),
        groups,
        emergencies.all(who, LOOKS),
        absences.coming(who),
        approvals.toDecide(who).size(),
        users.in(who.organisation()).stream().collect(Collectors.toMap(User::id, User::name)));
  }
}
