package org.passerelle.understand.network.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Suggestions;
import org.passerelle.understand.network.TieState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Possible missing ties: accepted or dismissed. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class SuggestionController {
  private static final String HERE = NetworksController.HERE + "/{id}/suggested";
  private final Networks networks;
  private final Changes changes;
  private final Suggestions suggestions;

  SuggestionController(Networks networks, Changes changes, Suggestions suggestions) {
    this.networks = networks;
    this.changes = changes;
    this.suggestions = suggestions;
  }

  @GetMapping(HERE)
  String suggested(@PathVariable UUID id, Act act) {
    OpenedNetwork opened = networks.open(id, act.who());
    return act.with("opened", opened)
        .with("suggestions", suggestions.of(opened, act.who()))
        .show("understand/network/suggested");
  }

  @PostMapping(HERE + "/take")
  String take(@PathVariable UUID id, Act act) {
    UUID one = end("one", act);
    UUID other = end("other", act);
    String shared =
        suggestions.of(networks.find(id, act.who()), act.who()).stream()
            .filter(
                s -> s.one().id().equals(one.toString()) && s.other().id().equals(other.toString()))
            .findFirst()
            .map(
                s ->
                    s.shared().stream()
                        .map(a -> act.text("network.kind." + a.kind().code()) + " " + a.label())
                        .collect(Collectors.joining(", ")))
            .orElse("");
    return act.once(
        at(id),
        () -> {
          if (!shared.isEmpty()) {
            changes.takeSuggestion(id, tie(one, other, shared, act), act.who());
          }
        });
  }

  private static TieState tie(UUID one, UUID other, String shared, Act act) {
    return new TieState(
        "",
        one,
        other,
        act.text("network.suggested.kind"),
        1,
        false,
        "",
        "",
        act.text("network.suggested.source"),
        "",
        false,
        Map.of("shared", List.of(shared)),
        null);
  }

  @PostMapping(HERE + "/dismiss")
  String dismiss(@PathVariable UUID id, Act act) {
    UUID one = end("one", act);
    UUID other = end("other", act);
    return act.once(at(id), () -> suggestions.dismiss(id, one, other, act.who()));
  }

  private static UUID end(String field, Act act) {
    return act.form().id(field).orElseThrow(NotFound::new);
  }

  private static String at(UUID id) {
    return NetworksController.HERE + "/" + id + "/suggested";
  }
}
