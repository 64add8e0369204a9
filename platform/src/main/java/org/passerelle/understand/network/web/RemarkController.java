package org.passerelle.understand.network.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.Notes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The team's remarks on a network: notes, and saved views. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class RemarkController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final int NAME = 100;
  private final Networks networks;
  private final Notes notes;
  private final KeptViews views;
  private final NetworkPages pages;

  RemarkController(Networks networks, Notes notes, KeptViews views, NetworkPages pages) {
    this.networks = networks;
    this.notes = notes;
    this.views = views;
    this.pages = pages;
  }

  /** Note on the whole network. */
  @PostMapping(HERE + "/notes")
  String note(@PathVariable UUID id, Act act) {
    String content = act.form().neededText("note", Filled.LONG);
    return act.submit(
        () -> pages.changes(id, act),
        NetworksController.HERE + "/" + id + "/changes",
        () -> notes.write(id, null, content, act.who()));
  }

  /** Note on an actor or a tie. */
  @PostMapping(HERE + "/notes/{element}")
  String note(@PathVariable UUID id, @PathVariable UUID element, Act act) {
    String content = act.form().neededText("note", Filled.LONG);
    return act.submit(
        () -> pages.drawing(id, act),
        ViewForm.back(id, act.form()),
        () -> notes.write(id, element, content, act.who()));
  }

  @PostMapping(HERE + "/views")
  String keep(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String name = form.neededText("name", NAME);
    return act.submit(
        () -> pages.drawing(id, act),
        ViewForm.back(id, form),
        () -> {
          views.keep(
              id, name, ViewForm.kept(form, networks.find(id, act.who()).network()), act.who());
          act.notice("good", "network.view.kept", name);
        });
  }

  @PostMapping(HERE + "/views/{view}/forget")
  String forget(@PathVariable UUID id, @PathVariable UUID view, Act act) {
    return act.once(ViewForm.back(id, act.form()), () -> views.forget(id, view, act.who()));
  }
}
