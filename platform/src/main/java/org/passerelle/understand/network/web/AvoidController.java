package org.passerelle.understand.network.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.understand.network.PlacesToAvoid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Reports a place of the network from which a child is to be kept away. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class AvoidController {
  private static final String HERE = NetworksController.HERE + "/{id}/actors/{actor}/avoid";
  private final PlacesToAvoid places;
  private final CodeOptions options;

  AvoidController(PlacesToAvoid places, CodeOptions options) {
    this.places = places;
    this.options = options;
  }

  @GetMapping(HERE)
  String ask(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    act.form();
    return act.with("at", NetworksController.HERE + "/" + id)
        .with("actor", actor)
        .with("name", places.place(id, actor, act.who()))
        .with("people", people(id, act))
        .with("kinds", new CodeWords(options, act.language()).choices("zone_kinds"))
        .with("form", act.form())
        .show("understand/network/avoid");
  }

  private List<Option> people(UUID id, Act act) {
    return places.people(id, act.who()).stream()
        .map(person -> new Option(person.entry().toString(), person.pseudonym()))
        .toList();
  }

  @PostMapping(HERE)
  String tell(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    Filled form = act.form();
    String entry = form.neededCode("person", people(id, act));
    String kind = form.neededCode("kind", options.codes("zone_kinds"));
    return act.submit(
        () -> ask(id, actor, act),
        () -> {
          places.tell(id, actor, UUID.fromString(entry), kind, act.who());
          act.notice("good", "network.avoid.told");
          return NetworksController.HERE + "/" + id + "?selected=" + actor;
        });
  }
}
