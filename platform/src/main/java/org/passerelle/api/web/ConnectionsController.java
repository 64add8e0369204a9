package org.passerelle.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Tokens;
import org.passerelle.api.Webhooks;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
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

/** One's own tokens, and the organisation's webhooks. What is shown once is not stored in clear. */
@Controller
class ConnectionsController implements RoomEntries {
  private static final String SHOWN_ONCE = "passerelle.shown-once";
  private final Tokens tokens;
  private final Webhooks webhooks;
  private final OnceOnly once;
  private final ProvenOwner owner;

  ConnectionsController(Tokens tokens, Webhooks webhooks, OnceOnly once, ProvenOwner owner) {
    this.owner = owner;
    this.tokens = tokens;
    this.webhooks = webhooks;
    this.once = once;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "house", 60, "api.nav.webhooks", "/house/webhooks", List.of(Role.ADMINISTRATOR)));
  }

  @GetMapping("/account/tokens")
  @Allowed
  String tokens(
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Model model) {
    Filled form =
        Filled.with(Map.of("expires", page.moments().today().plusDays(90).toString()))
            .and("scopes", List.of());
    return tokens(form, who, request, model);
  }

  private String tokens(Filled form, SignedIn who, HttpServletRequest request, Model model) {
    model.addAttribute("gaveFactor", owner.gaveFactor(who, request));
    model.addAttribute("tokens", tokens.of(who.user()));
    model.addAttribute("form", form);
    model.addAttribute("secret", shownOnce(request));
    return "api/tokens";
  }

  @PostMapping("/account/tokens")
  @Allowed
  String make(
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      SignedInAuthentication signedIn,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SignedIn who = signedIn.getPrincipal();
    Filled form = Filled.of(sent);
    String label = form.neededText("label", 100);
    List<String> scopes = form.codes("scopes", Set.copyOf(Tokens.SCOPES));
    if (scopes.isEmpty()) {
      form.errors().add("scopes", "form.error.required");
    }
    LocalDate today = page.moments().today();
    LocalDate expires =
        form.neededDay("expires", today.plusDays(Tokens.LONGEST_DAYS - 1), today.plusDays(1));
    if (form.errors().isEmpty() && expires.isBefore(today)) {
      form.errors().add("expires", "api.error.past");
    }
    if (form.errors().isEmpty()) {
      try {
        return owner.act(
            form.once(),
            signedIn,
            form.shown("currentPassword"),
            request,
            () -> {
              showOnce(request, tokens.make(who, label, Set.copyOf(scopes), expires));
              return "/account/tokens";
            });
      } catch (Refused refused) {
        form.errors().add("currentPassword", refused.key(), refused.arguments());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return tokens(form, who, request, model);
  }

  /** Leads to the page that asks for the second factor and back. */
  @PostMapping("/account/tokens/confirm")
  @Allowed
  String confirm(HttpServletRequest request) {
    return owner.askFactor("/account/tokens", request);
  }

  @PostMapping("/account/tokens/{id}/end")
  @Allowed
  String end(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    tokens.end(who, id);
    Notices.leave(request, "good", page.text("api.token.ended"));
    return "redirect:/account/tokens";
  }

  @GetMapping("/house/webhooks")
  @Allowed(Role.ADMINISTRATOR)
  String webhooks(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
    return webhooks(Filled.with(Map.of()).and("events", List.of()), who, request, model);
  }

  private String webhooks(Filled form, SignedIn who, HttpServletRequest request, Model model) {
    model.addAttribute("webhooks", webhooks.of(who.organisation()));
    model.addAttribute("form", form);
    model.addAttribute("secret", shownOnce(request));
    return "api/webhooks";
  }

  @PostMapping("/house/webhooks")
  @Allowed(Role.ADMINISTRATOR)
  String add(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    String url = form.neededText("url", 500);
    List<String> events = form.codes("events", Set.copyOf(Webhooks.EVENTS));
    if (events.isEmpty()) {
      form.errors().add("events", "form.error.required");
    }
    if (!form.errors().isEmpty()) {
      return webhooks(form, who, request, model);
    }
    try {
      return once.run(
          form.once(),
          who,
          () -> {
            showOnce(request, webhooks.add(who, url, events));
            return "/house/webhooks";
          });
    } catch (Refused refused) {
      form.errors().add("url", refused.key(), refused.arguments());
      return webhooks(form, who, request, model);
    }
  }

  @PostMapping("/house/webhooks/{id}/end")
  @Allowed(Role.ADMINISTRATOR)
  String endWebhook(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    webhooks.end(who, id);
    Notices.leave(request, "good", page.text("api.webhook.ended"));
    return "redirect:/house/webhooks";
  }

  private static void showOnce(HttpServletRequest request, String secret) {
    request.getSession().setAttribute(SHOWN_ONCE, secret);
  }

  private static String shownOnce(HttpServletRequest request) {
    Object secret = request.getSession().getAttribute(SHOWN_ONCE);
    request.getSession().removeAttribute(SHOWN_ONCE);
    return secret instanceof String text ? text : "";
  }
}
