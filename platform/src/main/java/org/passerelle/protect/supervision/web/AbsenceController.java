package org.passerelle.protect.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.supervision.Absences;
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

/** Who is away and who covers: a supervisor for all, everybody else for themselves. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class AbsenceController {
  private static final String HERE = "/protect/absences";
  private final Absences absences;
  private final OnceOnly once;

  AbsenceController(Absences absences, OnceOnly once) {
    this.absences = absences;
    this.once = once;
  }

  @GetMapping(HERE)
  String show(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    return show(page, who, Filled.with(Map.of()), model);
  }

  @PostMapping(HERE)
  String arrange(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    Set<String> colleagues =
        absences.colleagues(who).stream().map(u -> u.id().toString()).collect(Collectors.toSet());
    LocalDate today = page.moments().today();
    String absent =
        who.is(Role.SUPERVISOR) ? form.neededCode("absent", colleagues) : who.user().toString();
    String cover = form.neededCode("cover", colleagues);
    LocalDate first = form.neededDay("first", today.plusYears(1), today);
    LocalDate last = form.neededDay("last", today.plusYears(2), today);
    if (form.errors().isEmpty() && last.isBefore(first)) {
      form.errors().add("last", "supervision.refused.days", Absences.LONGEST);
    }
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(page, who, form, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          absences.arrange(
              UUID.fromString(absent),
              UUID.fromString(cover),
              first,
              last,
              page.moments().zone(),
              who);
          Notices.leave(request, "good", page.text("absence.arranged"));
          return HERE;
        });
  }

  @PostMapping(HERE + "/{id}/end")
  String end(
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          absences.end(id, who);
          Notices.leave(request, "good", page.text("absence.ended"));
          return HERE;
        });
  }

  private String show(Page page, SignedIn who, Filled form, Model model) {
    List<User> colleagues = absences.colleagues(who);
    model.addAttribute(
        "view",
        new AbsencePage(
            absences.coming(who),
            colleagues.stream().map(u -> new Option(u.id().toString(), u.name())).toList(),
            colleagues.stream().collect(Collectors.toMap(User::id, User::name)),
            !who.is(Role.SUPERVISOR),
            who.user(),
            form,
            page.moments().now()));
    return "protect/supervision/absences";
  }
}
