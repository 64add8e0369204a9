package org.passerelle.protect.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.FreshFactor;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.protect.supervision.EmergencyAccess;
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

/** Opening a case in an emergency: second factor first, then code and reason. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class EmergencyController {
  private static final String HERE = "/protect/emergency";
  private final EmergencyAccess emergencies;
  private final FreshFactor fresh;
  private final OnceOnly once;

  EmergencyController(EmergencyAccess emergencies, FreshFactor fresh, OnceOnly once) {
    this.emergencies = emergencies;
    this.fresh = fresh;
    this.once = once;
  }

  @GetMapping(HERE)
  String form(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
    model.addAttribute("form", Filled.with(Map.of()));
    model.addAttribute("fresh", fresh.isFresh(who, request));
    return "protect/supervision/emergency";
  }

  /** Leads to the page that asks for the second factor. */
  @PostMapping(HERE + "/confirm")
  String confirm(HttpServletRequest request) {
    return fresh.ask(HERE, request);
  }

  @PostMapping(HERE)
  String begin(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(sent);
    String code = form.neededText("code", 20).toUpperCase(Locale.ROOT);
    String reason = form.neededText("reason", Filled.LONG);
    if (form.errors().isEmpty()) {
      if (!fresh.isFresh(who, request)) {
        throw new Refused("emergency.refused.factor");
      }
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              UUID id = emergencies.begin(code, reason, who);
              fresh.use(who, request);
              Notices.leave(request, "warn", page.text("emergency.began"));
              return "/protect/cases/" + id;
            });
      } catch (Refused refused) {
        form.errors().add("code", refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("form", form);
    model.addAttribute("fresh", fresh.isFresh(who, request));
    return "protect/supervision/emergency";
  }

  @PostMapping("/protect/cases/{id}/emergency/end")
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
          emergencies.end(id, who);
          Notices.leave(request, "good", page.text("emergency.ended"));
          return "/protect/cases";
        });
  }
}
