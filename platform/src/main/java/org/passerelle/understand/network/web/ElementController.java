package org.passerelle.understand.network.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.HeldActor;
import org.passerelle.understand.network.HeldTie;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.TieState;
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

/** Actors and ties: entered, changed, removed, merged and parted. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class ElementController {
  private static final String HERE = NetworksController.HERE + "/{id}";
  private final Networks networks;
  private final Changes changes;
  private final OnceOnly once;

  ElementController(Networks networks, Changes changes, OnceOnly once) {
    this.networks = networks;
    this.changes = changes;
    this.once = once;
  }

  @GetMapping(HERE + "/actors/new")
  String newActor(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    return actor(networks.look(id, who), "", Filled.with(Map.of("kind", "person")), model);
  }

  @PostMapping(HERE + "/actors")
  String addActor(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    Filled form = Filled.of(sent);
    ActorState state = ActorForm.read(form, "");
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return actor(opened, "", form, model);
    }
    return once.run(form.once(), who, () -> selected(id, changes.addActor(id, state, who)));
  }

  @GetMapping(HERE + "/actors/{actor}/edit")
  String editActor(
      @PathVariable UUID id,
      @PathVariable UUID actor,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    HeldActor held = opened.state().actor(actor).orElseThrow(NotFound::new);
    return actor(opened, actor.toString(), ActorForm.of(held.state()), model);
  }

  @PostMapping(HERE + "/actors/{actor}")
  String changeActor(
      @PathVariable UUID id,
      @PathVariable UUID actor,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    HeldActor held = opened.state().actor(actor).orElseThrow(NotFound::new);
    Filled form = Filled.of(sent);
    ActorState state = ActorForm.read(form, held.state().ref());
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return actor(opened, actor.toString(), form, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          changes.changeActor(id, actor, state, who);
          return selected(id, actor);
        });
  }

  private static String actor(OpenedNetwork opened, String id, Filled form, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    return "understand/network/actor";
  }

  @PostMapping(HERE + "/actors/{actor}/remove")
  String removeActor(
      @PathVariable UUID id,
      @PathVariable UUID actor,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    return done(
        id, token, "removed", page, request, who, () -> changes.removeActor(id, actor, who));
  }

  @PostMapping(HERE + "/actors/{actor}/merge")
  String merge(
      @PathVariable UUID id,
      @PathVariable UUID actor,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    UUID into =
        Ends.named(form.text("into", Ends.LONGEST), networks.look(id, who).state())
            .orElseThrow(() -> new Refused("network.refused.nobody"));
    return once.run(
        form.once(),
        who,
        () -> {
          changes.merge(id, actor, into, who);
          Notices.leave(request, "good", page.text("network.done.merged"));
          return selected(id, into);
        });
  }

  @PostMapping(HERE + "/actors/{actor}/part")
  String part(
      @PathVariable UUID id,
      @PathVariable UUID actor,
      @RequestParam("_once") UUID token,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        token,
        who,
        () -> {
          changes.part(id, actor, who);
          return selected(id, actor);
        });
  }

  @GetMapping(HERE + "/ties/new")
  String newTie(
      @PathVariable UUID id,
      @RequestParam(required = false) UUID of,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    String one =
        of == null
            ? ""
            : opened.state().actor(of).map(a -> Ends.name(a, opened.state())).orElse("");
    return tie(opened, "", Filled.with(Map.of("one", one, "evidence", "1", "weight", "1")), model);
  }

  @PostMapping(HERE + "/ties")
  String addTie(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    Filled form = Filled.of(sent);
    TieState state = TieForm.read(form, opened.state(), null);
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return tie(opened, "", form, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          changes.addTie(id, state, who);
          return selected(id, state.source());
        });
  }

  @GetMapping(HERE + "/ties/{tie}/edit")
  String editTie(
      @PathVariable UUID id,
      @PathVariable UUID tie,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    HeldTie held = opened.state().tie(tie).orElseThrow(NotFound::new);
    return tie(opened, tie.toString(), TieForm.of(held.state(), opened.state()), model);
  }

  @PostMapping(HERE + "/ties/{tie}")
  String changeTie(
      @PathVariable UUID id,
      @PathVariable UUID tie,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      HttpServletResponse response,
      Model model) {
    OpenedNetwork opened = networks.look(id, who);
    HeldTie held = opened.state().tie(tie).orElseThrow(NotFound::new);
    Filled form = Filled.of(sent);
    TieState state = TieForm.read(form, opened.state(), held.state());
    if (!form.errors().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return tie(opened, tie.toString(), form, model);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          changes.changeTie(id, tie, state, who);
          return selected(id, tie);
        });
  }

  private static String tie(OpenedNetwork opened, String id, Filled form, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    return "understand/network/tie";
  }

  @PostMapping(HERE + "/ties/{tie}/remove")
  String removeTie(
      @PathVariable UUID id,
      @PathVariable UUID tie,
      @RequestParam("_once") UUID token,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn who) {
    return done(id, token, "removed", page, request, who, () -> changes.removeTie(id, tie, who));
  }

  private String done(
      UUID id,
      UUID token,
      String what,
      Page page,
      HttpServletRequest request,
      SignedIn who,
      Runnable change) {
    Supplier<String> work =
        () -> {
          change.run();
          Notices.leave(request, "good", page.text("network.done." + what));
          return NetworksController.HERE + "/" + id;
        };
    return once.run(token, who, work);
  }

  private static String selected(UUID id, UUID element) {
    return NetworksController.HERE + "/" + id + "?selected=" + element;
  }
}
