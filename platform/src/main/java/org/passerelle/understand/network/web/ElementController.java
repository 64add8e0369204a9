package org.passerelle.understand.network.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.StoredActor;
import org.passerelle.understand.network.StoredTie;
import org.passerelle.understand.network.TieState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Actors and ties: adding, changing, removing, merging and separating. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class ElementController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private static final String ACTOR = "understand/network/actor";
  private static final String TIE = "understand/network/tie";
  private final Networks networks;
  private final Changes changes;
  private final NetworkPages pages;

  ElementController(Networks networks, Changes changes, NetworkPages pages) {
    this.networks = networks;
    this.changes = changes;
    this.pages = pages;
  }

  @GetMapping(HERE + "/actors/new")
  String newActor(@PathVariable UUID id, Act act) {
    act.form(Map.of("kind", "person"));
    return form(ACTOR, networks.look(id, act.who()), null, act);
  }

  @PostMapping(HERE + "/actors")
  String addActor(@PathVariable UUID id, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    ActorState state = ActorForm.read(act.form(), "");
    return act.submit(
        () -> form(ACTOR, opened, null, act),
        () -> selected(id, changes.addActor(id, state, act.who())));
  }

  @GetMapping(HERE + "/actors/{actor}/edit")
  String editActor(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    act.form(ActorForm.of(actor(opened, actor).state()));
    return form(ACTOR, opened, actor, act);
  }

  @PostMapping(HERE + "/actors/{actor}")
  String changeActor(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    ActorState state = ActorForm.read(act.form(), actor(opened, actor).state().ref());
    return act.submit(
        () -> form(ACTOR, opened, actor, act),
        selected(id, actor),
        () -> changes.changeActor(id, actor, state, act.who()));
  }

  private static StoredActor actor(OpenedNetwork opened, UUID actor) {
    return opened.state().actor(actor).orElseThrow(NotFound::new);
  }

  @PostMapping(HERE + "/actors/{actor}/remove")
  String removeActor(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    return removed(id, act, () -> changes.removeActor(id, actor, act.who()));
  }

  @PostMapping(HERE + "/actors/{actor}/merge")
  String merge(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    UUID into = Ends.read("into", act.form(), networks.look(id, act.who()).state());
    return act.refusalsAt("into")
        .submit(
            () -> pages.drawing(id, act),
            selected(id, into),
            () -> {
              changes.merge(id, actor, into, act.who());
              act.notice("good", "network.done.merged");
            });
  }

  @PostMapping(HERE + "/actors/{actor}/part")
  String part(@PathVariable UUID id, @PathVariable UUID actor, Act act) {
    return act.once(selected(id, actor), () -> changes.part(id, actor, act.who()));
  }

  @GetMapping(HERE + "/ties/new")
  String newTie(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID of, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    String one =
        of == null
            ? ""
            : opened.state().actor(of).map(a -> Ends.name(a, opened.state())).orElse("");
    act.form(Map.of("one", one, "evidence", "1", "weight", "1"));
    return form(TIE, opened, null, act);
  }

  @PostMapping(HERE + "/ties")
  String addTie(@PathVariable UUID id, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    TieState state = TieForm.read(act.form(), opened.state(), null);
    return act.submit(
        () -> form(TIE, opened, null, act),
        selected(id, state.source()),
        () -> changes.addTie(id, state, act.who()));
  }

  @GetMapping(HERE + "/ties/{tie}/edit")
  String editTie(@PathVariable UUID id, @PathVariable UUID tie, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    act.form(TieForm.of(tie(opened, tie).state(), opened.state()));
    return form(TIE, opened, tie, act);
  }

  @PostMapping(HERE + "/ties/{tie}")
  String changeTie(@PathVariable UUID id, @PathVariable UUID tie, Act act) {
    OpenedNetwork opened = networks.look(id, act.who());
    TieState state = TieForm.read(act.form(), opened.state(), tie(opened, tie).state());
    return act.submit(
        () -> form(TIE, opened, tie, act),
        selected(id, tie),
        () -> changes.changeTie(id, tie, state, act.who()));
  }

  private static StoredTie tie(OpenedNetwork opened, UUID tie) {
    return opened.state().tie(tie).orElseThrow(NotFound::new);
  }

  @PostMapping(HERE + "/ties/{tie}/remove")
  String removeTie(@PathVariable UUID id, @PathVariable UUID tie, Act act) {
    return removed(id, act, () -> changes.removeTie(id, tie, act.who()));
  }

  private static String form(
      String template, OpenedNetwork opened, @Nullable UUID element, Act act) {
    return act.with("opened", opened)
        .with("id", element == null ? "" : element.toString())
        .show(template);
  }

  private static String removed(UUID id, Act act, Runnable change) {
    return act.once(
        NetworksController.HERE + "/" + id,
        () -> {
          change.run();
          act.notice("good", "network.done.removed");
        });
  }

  private static String selected(UUID id, UUID element) {
    return NetworksController.HERE + "/" + id + "?selected=" + element;
  }
}
