package org.passerelle.understand.network.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.History;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Undo, redo and moved symbols. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class StepController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int MOST_MOVED = 200;
  private final Networks networks;
  private final History history;
  private final Positions positions;
  private final NetworkPages pages;

  StepController(Networks networks, History history, Positions positions, NetworkPages pages) {
    this.networks = networks;
    this.history = history;
    this.positions = positions;
    this.pages = pages;
  }

  @GetMapping(HERE + "/changes")
  String changes(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return pages.changes(id, act);
  }

  @PostMapping(HERE + "/undo")
  String undo(@PathVariable UUID id, Act act) {
    return act.once(
        ViewForm.back(id, act.form()), () -> told("undone", history.undo(id, act.who()), act));
  }

  @PostMapping(HERE + "/redo")
  String redo(@PathVariable UUID id, Act act) {
    return act.once(
        ViewForm.back(id, act.form()), () -> told("redone", history.redo(id, act.who()), act));
  }

  private static void told(String what, Optional<String> kind, Act act) {
    kind.ifPresentOrElse(
        step -> act.notice("good", "network." + what, act.text("network.change." + step)),
        () -> act.notice("warn", "network." + what + ".nothing"));
  }

  /** Stores symbols moved by hand; called by the page's script. */
  @PostMapping(HERE + "/positions")
  ResponseEntity<Void> move(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Map<String, Positions.At> moved = new LinkedHashMap<>();
    List<String> ids = form.shownAll("id");
    List<String> x = form.shownAll("x");
    List<String> y = form.shownAll("y");
    for (int i = 0; i < Math.min(ids.size(), MOST_MOVED); i++) {
      if (i < x.size() && i < y.size() && number(x.get(i)) && number(y.get(i))) {
        moved.put(
            ids.get(i),
            new Positions.At(Double.parseDouble(x.get(i)), Double.parseDouble(y.get(i))));
      }
    }
    positions.move(id, moved, act.who());
    return ResponseEntity.noContent().build();
  }

  private static boolean number(String text) {
    return text.matches("-?\\d{1,5}(\\.\\d{1,6})?");
  }

  @PostMapping(HERE + "/arrange")
  String arrange(@PathVariable UUID id, Act act) {
    return act.once(
        ViewForm.back(id, act.form()),
        () -> positions.arrange(id, networks.find(id, act.who()).network(), act.who()));
  }
}
