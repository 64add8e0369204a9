package org.passerelle.prosecute.suspect.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.suspect.ActorsToSuspects;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Suspects of an investigation, those who may be entered, and the search for a number. */
@Controller
@Investigators
class SuspectListController implements RoomEntries {
  private static final String ALL = InvestigationPages.HERE + "/{id}/suspects";
  private static final String SEARCH = "/prosecute/suspects";
  private final Suspects suspects;
  private final Victims victims;
  private final ActorsToSuspects actors;
  private final Traits traits;
  private final InvestigationPages pages;

  SuspectListController(
      Suspects suspects,
      Victims victims,
      ActorsToSuspects actors,
      Traits traits,
      InvestigationPages pages) {
    this.suspects = suspects;
    this.victims = victims;
    this.actors = actors;
    this.traits = traits;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("prosecute", 3, "suspect.search.nav", SEARCH, Investigators.ROLES));
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "suspects", act);
    List<Suspect> all = suspects.of(id, act.who());
    return act.with("head", head)
        .with("all", all)
        .with("compelled", suspects.compelled(id, all, act.who()))
        .with("named", named(id, act))
        .with("actors", actors.offered(id, act.who()))
        .show("prosecute/suspect/all");
  }

  private List<NamedSuspect> named(UUID id, Act act) {
    List<NamedSuspect> named = new ArrayList<>();
    victims
        .of(id, act.who())
        .forEach(
            victim -> {
              for (int i = 0; i < victim.suspects().size(); i++) {
                String name = victim.suspects().get(i).name();
                named.add(
                    new NamedSuspect(
                        victim.id(),
                        victim.called(),
                        i,
                        victim.suspects().size(),
                        name.isBlank() ? act.text("suspect.unnamed") : name));
              }
            });
    return named;
  }

  @PostMapping(ALL + "/named/{victim}/{index}")
  @Confirmed("prosecute.done.suspect-entered")
  String enterNamed(@PathVariable UUID id, @PathVariable UUID victim, Act act) {
    int index = index(act);
    int shown = act.form().number("of", 1, 999).orElseThrow(NotFound::new);
    return act.once(
        () ->
            at(id)
                + "/"
                + suspects.enterNamed(
                    id, victim, index, shown, act.text("suspect.unnamed"), act.who()));
  }

  private static int index(Act act) {
    String index = act.part("index");
    if (!index.matches("[0-9]{1,3}")) {
      throw new NotFound();
    }
    return Integer.parseInt(index);
  }

  @PostMapping(ALL + "/actor/{network}/{actor}")
  @Confirmed("prosecute.done.suspect-entered")
  String take(@PathVariable UUID id, @PathVariable UUID network, Act act) {
    return act.once(() -> at(id) + "/" + actors.take(id, network, act.partId("actor"), act.who()));
  }

  private static String at(UUID id) {
    return InvestigationPages.HERE + "/" + id + "/suspects";
  }

  @GetMapping(SEARCH)
  String search(Act act) {
    act.form(Map.of("kind", "phone"));
    return act.with("found", List.of()).with("asked", false).show("prosecute/suspect/search");
  }

  @PostMapping(SEARCH)
  String found(Act act) {
    String kind = act.form().neededCode("kind", Set.copyOf(Traits.KINDS));
    String value = act.form().neededText("value", 100);
    List<Traits.Found> found = act.form().errors().isEmpty() ? search(kind, value, act) : List.of();
    act.with("found", found).with("asked", act.form().errors().isEmpty());
    return act.form().errors().isEmpty()
        ? act.more(() -> act.show("prosecute/suspect/search"))
        : act.again(() -> act.show("prosecute/suspect/search"));
  }

  private List<Traits.Found> search(String kind, String value, Act act) {
    try {
      return traits.search(kind, value, act.who());
    } catch (Refused refused) {
      act.form().errors().add(refused);
      return List.of();
    }
  }
}
