package org.passerelle.protect.casework.placement.place.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceDraft;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the register of places, for placing teams and houses. */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class PlacesController implements RoomEntries {
  static final String ALL = "/protect/places";
  static final String ONE = ALL + "/{id}";

  private final Places places;
  private final PlacePages pages;

  PlacesController(Places places, PlacePages pages) {
    this.places = places;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("protect", 12, "placement.places", ALL, List.of(Role.PLACEMENT_OFFICER)));
  }

  @GetMapping(ALL)
  String all(Act act) {
    return act.show("protect/placement/place/all", pages.list(act));
  }

  @GetMapping(ALL + "/new")
  String blank(Act act) {
    act.form(
        Filled.with(
            Map.of(
                "house",
                act.who().organisation().toString(),
                "sex",
                "any",
                "opening",
                "always",
                "age_from",
                "0",
                "age_until",
                "17")));
    return create(act);
  }

  private String create(Act act) {
    return pages.edit(act.text("placement.new"), ALL, act);
  }

  @PostMapping(ALL)
  String add(Act act) {
    PlaceDraft draft = pages.draft(act);
    return act.submit(
        () -> create(act),
        () -> {
          UUID id = places.add(draft, act.who());
          act.notice("good", "placement.added");
          return ALL + "/" + id + "/address";
        });
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    return act.show("protect/placement/place/one", pages.page(places.find(id, act.who()), act));
  }

  @GetMapping(ONE + "/edit")
  String edit(@PathVariable UUID id, Act act) {
    Place place = keptPlace(id, act);
    Filled form = act.form(PlacePages.stored(place));
    act.with("version", form.version(place.version()));
    return pages.edit(act.text("placement.change"), ALL + "/" + id + "/edit", act);
  }

  private Place keptPlace(UUID id, Act act) {
    Place place = places.find(id, act.who());
    if (!place.isKeptBy(act.who())) {
      throw new NotFound();
    }
    return place;
  }

  @PostMapping(ONE + "/edit")
  String change(@PathVariable UUID id, Act act) {
    PlaceDraft draft = pages.draft(act);
    return act.submit(
        () -> edit(id, act),
        () -> {
          places.change(id, act.form().version(), draft, act.who());
          act.notice("good", "placement.saved");
          return ALL + "/" + id;
        },
        () -> PlacePages.stored(places.find(id, act.who())));
  }

  @GetMapping(ONE + "/state")
  String state(@PathVariable UUID id, Act act) {
    Place place = keptPlace(id, act);
    act.form();
    return act.show("protect/placement/place/state", pages.page(place, act));
  }

  @PostMapping(ONE + "/state")
  String turn(@PathVariable UUID id, Act act) {
    String wanted = act.form().neededCode("state", Set.of("open", "paused", "closed"));
    return act.refusalsAt("state")
        .submit(
            () -> state(id, act),
            () -> {
              String next = places.turn(id, wanted, act.who());
              act.notice(next.equals("closing") ? "warn" : "good", "placement.turned." + next);
              return ALL + "/" + id;
            });
  }
}
