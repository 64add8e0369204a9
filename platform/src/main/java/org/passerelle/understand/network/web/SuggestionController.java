package org.passerelle.understand.network.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Suggestions;
import org.passerelle.understand.network.TieState;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ties that may be missing: taken or put aside. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class SuggestionController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private final Networks networks;
  private final Changes changes;
  private final Suggestions suggestions;
  private final OnceOnly once;

  SuggestionController(Networks networks, Changes changes, Suggestions suggestions, OnceOnly once) {
    this.networks = networks;
    this.changes = changes;
    this.suggestions = suggestions;
    this.once = once;
  }

  @GetMapping(HERE + "/suggested")
  String suggested(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    OpenedNetwork opened = networks.open(id, who);
    model.addAttribute("opened", opened);
    model.addAttribute("suggestions", suggestions.of(opened, who));
    return "understand/network/suggested";
  }

  @PostMapping(HERE + "/suggested/take")
  String take(
      @PathVariable UUID id,
      @RequestParam("one") UUID one,
      @RequestParam("other") UUID other,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who) {
    String shared =
        suggestions.of(networks.find(id, who), who).stream()
            .filter(
                s -> s.one().id().equals(one.toString()) && s.other().id().equals(other.toString()))
            .findFirst()
            .map(
                s ->
                    s.shared().stream()
                        .map(a -> page.text("network.kind." + a.kind().code()) + " " + a.label())
                        .collect(Collectors.joining(", ")))
            .orElse("");
    return once.run(
        token,
        who,
        () -> {
          if (!shared.isEmpty()) {
            changes.takeSuggestion(
                id,
                new TieState(
                    "",
                    one,
                    other,
                    page.text("network.suggested.kind"),
                    1,
                    false,
                    "",
                    "",
                    page.text("network.suggested.source"),
                    "",
                    false,
                    Map.of("shared", List.of(shared)),
                    null),
                who);
          }
          return NetworksController.HERE + "/" + id + "/suggested";
        });
  }

  @PostMapping(HERE + "/suggested/dismiss")
  String dismiss(
      @PathVariable UUID id,
      @RequestParam("one") UUID one,
      @RequestParam("other") UUID other,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          suggestions.dismiss(id, one, other, who);
          return NetworksController.HERE + "/" + id + "/suggested";
        });
  }
}
