package org.passerelle.protect.casework.placement.place.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.placement.place.Addresses;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.place.Whereabouts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The only page that shows the address of a place; each access is logged. */
@Controller
@Allowed(Role.PLACEMENT_OFFICER)
class AddressController {
  private static final String AT = PlacesController.ONE + "/address";

  private final Places places;
  private final Addresses addresses;

  AddressController(Places places, Addresses addresses) {
    this.places = places;
    this.addresses = addresses;
  }

  @GetMapping(AT)
  String show(@PathVariable UUID id, Act act) {
    Place place = places.find(id, act.who());
    Whereabouts where = addresses.read(id, act.who());
    act.form(stored(where));
    act.with("place", place).with("where", where).with("keeps", place.isKeptBy(act.who()));
    return act.show("protect/placement/place/address");
  }

  @PostMapping(AT)
  String save(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Double latitude = Degrees.latitude(form);
    Double longitude = Degrees.longitude(form);
    Whereabouts where =
        new Whereabouts(
            form.neededText("address", 500),
            form.text("telephone", 100),
            form.text("arrival", 4000),
            form.text("area", 100),
            latitude,
            longitude);
    return act.submit(
        () -> show(id, act),
        () -> {
          addresses.write(id, where, act.who());
          act.notice("good", "placement.address.saved");
          return PlacesController.ALL + "/" + id;
        });
  }

  private static Map<String, String> stored(Whereabouts where) {
    Map<String, String> stored = new HashMap<>();
    stored.put("address", where.address());
    stored.put("telephone", where.telephone());
    stored.put("arrival", where.arrival());
    stored.put("area", where.area());
    stored.put("latitude", Degrees.shown(where.latitude()));
    stored.put("longitude", Degrees.shown(where.longitude()));
    return stored;
  }
}
