package org.passerelle.protect.casework.placement.place.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.Places;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Acts on beds of a place: hold, release, report free beds. */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class BedsController {
  private static final String ONE = PlacesController.ONE;
  private static final int MOST = 200;
  private final Places places;
  private final PlaceBeds beds;
  private final PlacePages pages;

  BedsController(Places places, PlaceBeds beds, PlacePages pages) {
    this.places = places;
    this.beds = beds;
    this.pages = pages;
  }

  private String again(UUID id, Act act) {
    return act.show("protect/placement/place/one", pages.page(places.find(id, act.who()), act));
  }

  @PostMapping(ONE + "/free")
  String confirm(@PathVariable UUID id, Act act) {
    int free = act.form().neededNumber("free", 0, MOST);
    return act.refusalsAt("free")
        .submit(
            () -> again(id, act),
            () -> {
              beds.confirm(id, free, act.who());
              act.notice("good", "placement.confirmed", free);
              return PlacesController.ALL + "/" + id;
            });
  }

  @PostMapping(ONE + "/hold")
  String hold(@PathVariable UUID id, Act act) {
    return act.submit(
        () -> again(id, act),
        () -> {
          beds.hold(id, null, act.who());
          act.notice("good", "placement.held");
          return PlacesController.ALL + "/" + id;
        });
  }

  @PostMapping(ONE + "/holds/{bed}/release")
  String release(@PathVariable UUID id, @PathVariable UUID bed, Act act) {
    return act.once(
        PlacesController.ALL + "/" + id,
        () -> {
          beds.release(id, bed, act.who());
          act.notice("good", "placement.released");
        });
  }
}
