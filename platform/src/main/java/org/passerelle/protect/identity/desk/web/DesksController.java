package org.passerelle.protect.identity.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskGrounds;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to propose, accept, staff and end desks. */
@Controller
@Caseworkers
class DesksController implements RoomEntries {
  private static final String ALL = "/protect/desks";
  private static final String ONE = ALL + "/{id}";

  private final Desks desks;
  private final DeskGrounds grounds;
  private final DeskPages pages;

  DesksController(Desks desks, DeskGrounds grounds, DeskPages pages) {
    this.desks = desks;
    this.grounds = grounds;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 33, "desk.nav", ALL, Caseworkers.ROLES));
  }

  /** Users who work at a single desk and are responsible for none are redirected there. */
  @GetMapping(ALL)
  String all(Act act) {
    List<Desk> mine = desks.of(act.who());
    if (mine.size() == 1 && !Desks.leads(act.who())) {
      return "redirect:" + ALL + "/" + mine.get(0).id();
    }
    act.with("desks", mine);
    act.with("names", pages.organisations(act));
    act.with("leads", Desks.leads(act.who()));
    return act.show("protect/desk/all");
  }

  @GetMapping(ALL + "/new")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String with(Act act) {
    Map<String, List<Option>> open = new TreeMap<>();
    Map<String, List<String>> shut = new TreeMap<>();
    grounds
        .others(act.who().organisation())
        .forEach((one, against) -> sort(one, against, open, shut, act));
    act.with("open", open);
    act.with("shut", shut);
    return act.show("protect/desk/with");
  }

  private void sort(
      Organisation one,
      Optional<String> against,
      Map<String, List<Option>> open,
      Map<String, List<String>> shut,
      Act act) {
    String country = pages.words(act).of("countries", one.country());
    String name = one.name().in(act.language());
    if (against.isEmpty()) {
      open.computeIfAbsent(country, c -> new ArrayList<>())
          .add(new Option(one.id().toString(), name));
    } else {
      shut.computeIfAbsent(act.text(against.get()), c -> new ArrayList<>())
          .add(country + " · " + name);
    }
  }

  @GetMapping(ALL + "/new/{other}")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String blank(@PathVariable UUID other, Act act) {
    act.form(Map.of());
    return propose(other, act);
  }

  private String propose(UUID other, Act act) {
    if (grounds.others(act.who().organisation()).keySet().stream()
        .noneMatch(o -> o.id().equals(other))) {
      throw new NotFound();
    }
    LegalBases.Answer agreements = grounds.agreements(act.who().organisation(), other);
    act.with("other", other);
    act.with("name", pages.organisation(other, act));
    act.with(
        "agreements",
        agreements.inForce().stream()
            .map(b -> new Option(b.id(), b.title().in(act.language())))
            .toList());
    Map<String, String> not = new HashMap<>();
    agreements
        .not()
        .forEach(b -> not.put(b.title().in(act.language()), b.reason().in(act.language())));
    act.with("not", new TreeMap<>(not));
    return act.show("protect/desk/new");
  }

  @PostMapping(ALL + "/new/{other}")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String send(@PathVariable UUID other, Act act) {
    Filled form = act.form();
    Desks.Draft draft =
        new Desks.Draft(other, form.neededText("crossing", 100), form.neededText("agreement", 100));
    return act.refusalsAt("agreement")
        .submit(
            () -> propose(other, act),
            () -> {
              UUID id = desks.propose(draft, act.who());
              act.notice("good", "desk.proposed.now");
              return ALL + "/" + id;
            });
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    act.form(Map.of("point", "none", "kind", ""));
    return pages.one(desks.find(id, act.who()), act);
  }

  @PostMapping(ONE + "/accept")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String accept(@PathVariable UUID id, Act act) {
    Desk found = desks.find(id, act.who());
    return act.refusalsAt("agreement")
        .submit(
            () -> pages.one(found, act),
            () -> {
              desks.accept(id, act.who());
              act.notice("good", "desk.accepted.now");
              return ALL + "/" + id + "/officers";
            });
  }

  @GetMapping(ONE + "/end")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String ending(@PathVariable UUID id, Act act) {
    act.with("desk", desks.find(id, act.who()));
    act.with("other", pages.organisation(desks.find(id, act.who()).other(), act));
    return act.show("protect/desk/end");
  }

  @PostMapping(ONE + "/end")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String end(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          desks.end(id, act.who());
          act.notice("good", "desk.ended.now");
          return ALL + "/" + id;
        });
  }

  @GetMapping(ONE + "/officers")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String officers(@PathVariable UUID id, Act act) {
    Desk desk = desks.find(id, act.who());
    act.form(
        Filled.with(Map.of())
            .and("officers", desks.officers(desk).stream().map(UUID::toString).toList()));
    act.with("desk", desk);
    act.with(
        "colleagues",
        desks.colleagues(act.who()).stream()
            .map(u -> new Option(u.id().toString(), u.name()))
            .toList());
    return act.show("protect/desk/officers");
  }

  @PostMapping(ONE + "/officers")
  @Allowed({Role.SUPERVISOR, Role.FOCAL_POINT})
  String name(@PathVariable UUID id, Act act) {
    List<UUID> named = act.form().ids("officers");
    return act.refusalsAt("officers")
        .submit(
            () -> officers(id, act),
            () -> {
              desks.name(id, named, act.who());
              act.notice("good", "desk.officers.saved", named.size());
              return ALL + "/" + id;
            });
  }
}
