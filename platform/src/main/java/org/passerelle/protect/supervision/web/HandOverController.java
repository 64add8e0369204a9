package org.passerelle.protect.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.HandOvers;
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

/** Giving a case to a colleague: whoever leads it, or a supervisor. */
@Controller
@RequestMapping("/protect/cases/{id}/hand-over")
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class HandOverController {
  private final Cases cases;
  private final HandOvers handOvers;
  private final Users users;
  private final OnceOnly once;

  HandOverController(Cases cases, HandOvers handOvers, Users users, OnceOnly once) {
    this.cases = cases;
    this.handOvers = handOvers;
    this.users = users;
    this.once = once;
  }

  @GetMapping
  String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return show(mayHandOver(id, who), Filled.with(Map.of("stays", "yes")), model);
  }

  @PostMapping
  String handOver(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Case file = mayHandOver(id, who);
    Filled form = Filled.of(sent);
    String to =
        form.neededCode(
            "to",
            handOvers.candidates(file).stream()
                .map(u -> u.id().toString())
                .collect(Collectors.toSet()));
    String note = form.text("note", Filled.LONG);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(file, form, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          handOvers.handOver(id, UUID.fromString(to), note, form.ticked("stays"), who);
          Notices.leave(request, "good", page.text("handover.done"));
          return cases.sees(id, who) ? "/protect/cases/" + id : "/protect/cases";
        });
  }

  @PostMapping("/confirm")
  String confirm(
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          handOvers.confirm(id, who);
          return "/protect/cases/" + id;
        });
  }

  private Case mayHandOver(UUID id, SignedIn who) {
    Case file = cases.find(id, who);
    if (!HandOvers.mayHandOver(file, who)) {
      throw new NotFound();
    }
    return file;
  }

  private String show(Case file, Filled form, Model model) {
    List<Option> colleagues =
        handOvers.candidates(file).stream()
            .map(u -> new Option(u.id().toString(), u.name()))
            .toList();
    model.addAttribute("file", file);
    model.addAttribute("lead", users.names(List.of(file.lead())).getOrDefault(file.lead(), "…"));
    model.addAttribute("colleagues", colleagues);
    model.addAttribute("form", form);
    return "protect/supervision/handover";
  }
}
