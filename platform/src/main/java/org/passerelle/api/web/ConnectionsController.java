package org.passerelle.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Tokens;
import org.passerelle.api.Webhooks;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The user's own tokens, and the organisation's webhooks. Secrets that are shown once are not
 * stored in clear.
 */
@Controller
class ConnectionsController implements RoomEntries {
  private static final String TOKEN = "token";
  private static final String WEBHOOK = "webhook";
  private final Tokens tokens;
  private final Webhooks webhooks;
  private final ProvenOwner owner;

  ConnectionsController(Tokens tokens, Webhooks webhooks, ProvenOwner owner) {
    this.owner = owner;
    this.tokens = tokens;
    this.webhooks = webhooks;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "house", 60, "api.nav.webhooks", "/house/webhooks", List.of(Role.ADMINISTRATOR)));
  }

  @GetMapping("/account/tokens")
  @Allowed
  String tokens(Act act) {
    Filled form =
        Filled.with(Map.of("expires", act.page().moments().today().plusDays(90).toString()))
            .and("scopes", List.of());
    return tokens(form, act);
  }

  private String tokens(Filled form, Act act) {
    act.with("gaveFactor", owner.gaveFactor(act.who(), act.request()));
    act.with("tokens", tokens.of(act.who().user()));
    act.with("form", form);
    act.with("secret", act.shownOnce(TOKEN));
    return "api/tokens";
  }

  @PostMapping("/account/tokens")
  @Allowed
  String make(Act act) {
    Filled form = act.form();
    String label = form.neededText("label", 100);
    List<String> scopes = form.codes("scopes", Set.copyOf(Tokens.SCOPES));
    if (scopes.isEmpty()) {
      form.errors().add("scopes", "form.error.required");
    }
    LocalDate today = act.page().moments().today();
    LocalDate expires =
        form.neededDay("expires", today.plusDays(Tokens.LONGEST_DAYS - 1), today.plusDays(1));
    if (form.errors().isEmpty() && expires.isBefore(today)) {
      form.errors().add("expires", "api.error.past");
    }
    return owner
        .guard(act)
        .refusalsAt("currentPassword")
        .submit(
            () -> tokens(form, act),
            () -> {
              act.showOnce(TOKEN, tokens.make(act.who(), label, Set.copyOf(scopes), expires));
              return "/account/tokens";
            });
  }

  /** Redirects to the page that asks for the second factor, and back. */
  @PostMapping("/account/tokens/confirm")
  @Allowed
  String confirm(Act act) {
    return owner.askFactor("/account/tokens", act.request());
  }

  @PostMapping("/account/tokens/{id}/end")
  @Allowed
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          tokens.end(act.who(), id);
          act.notice("good", "api.token.ended");
          return "/account/tokens";
        });
  }

  @GetMapping("/house/webhooks")
  @Allowed(Role.ADMINISTRATOR)
  String webhooks(Act act) {
    return webhooks(Filled.with(Map.of()).and("events", List.of()), act);
  }

  private String webhooks(Filled form, Act act) {
    act.with("webhooks", webhooks.of(act.who().organisation()));
    act.with("form", form);
    act.with("secret", act.shownOnce(WEBHOOK));
    return "api/webhooks";
  }

  @PostMapping("/house/webhooks")
  @Allowed(Role.ADMINISTRATOR)
  String add(Act act) {
    Filled form = act.form();
    String url = form.neededText("url", 500);
    List<String> events = form.codes("events", Set.copyOf(Webhooks.EVENTS));
    if (events.isEmpty()) {
      form.errors().add("events", "form.error.required");
    }
    return act.refusalsAt("url")
        .submit(
            () -> webhooks(form, act),
            () -> {
              act.showOnce(WEBHOOK, webhooks.add(act.who(), url, events));
              return "/house/webhooks";
            });
  }

  @PostMapping("/house/webhooks/{id}/end")
  @Allowed(Role.ADMINISTRATOR)
  String endWebhook(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          webhooks.end(act.who(), id);
          act.notice("good", "api.webhook.ended");
          return "/house/webhooks";
        });
  }
}
