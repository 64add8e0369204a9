package org.passerelle.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.place.Addresses;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceDraft;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.place.Whereabouts;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.stereotype.Component;

/**
 * Shelters of the demonstration, children who wait for a place, and one resident. Names and
 * addresses are invented.
 */
@Component
class DemoPlacement {
  private static final String ORGANISATION = "most-rs";
  private final Places places;
  private final PlaceBeds beds;
  private final Addresses addresses;
  private final Zones zones;
  private final Waiting waiting;
  private final Placements placements;
  private final Stays stays;

  DemoPlacement(
      Places places,
      PlaceBeds beds,
      Addresses addresses,
      Zones zones,
      Waiting waiting,
      Placements placements,
      Stays stays) {
    this.places = places;
    this.beds = beds;
    this.addresses = addresses;
    this.zones = zones;
    this.waiting = waiting;
    this.placements = placements;
    this.stays = stays;
  }

  /** Does nothing if it was done before, or if there is no placement officer. */
  void keep(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    Optional<SignedIn> officer =
        staff.stream()
            .filter(s -> s.organisation().handle().equals(ORGANISATION))
            .filter(s -> s.is(Role.PLACEMENT_OFFICER))
            .map(DemoHouse.Staff::who)
            .findFirst();
    if (officer.isEmpty() || !places.of(officer.get()).isEmpty()) {
      return;
    }
    SignedIn who = officer.get();
    UUID linden = place("Липа", "female", 10, 17, 4, 2, 43.72, 20.69, who);
    place("Платан", "any", 0, 17, 6, 1, 45.25, 19.85, who);
    place("Јавор", "male", 12, 21, 3, 3, 43.32, 21.90, who);
    place("Бреза", "any", 0, 12, 5, null, 44.02, 20.91, who);
    List<DemoFiles.Opened> children =
        opened.stream()
            .filter(o -> o.child() && !o.closed())
            .filter(o -> o.manager().organisation().handle().equals(ORGANISATION))
            .limit(4)
            .toList();
    for (int i = 0; i < children.size(); i++) {
      DemoFiles.Opened child = children.get(i);
      SignedIn manager = child.manager().who();
      if (i != 1) {
        zone(child.id(), i, manager);
      }
      UUID request = waiting.ask(child.id(), i % 3, wish(child.id(), i, manager), manager);
      if (i == 0) {
        lives(request, linden, who);
      }
    }
    beds.hold(linden, null, who);
  }

  private void lives(UUID request, UUID place, SignedIn who) {
    PlacementRequest wait = waiting.find(request, who);
    placements.hold(request, place, who);
    UUID bed = placements.held(wait, who).get(0).id();
    UUID stay = placements.expect(request, bed, "The only house where her language is spoken", who);
    stays.arrive(stay, who);
    stays.write(
        stay,
        "plan",
        "Calls an aunt at night. Nada calms her. Would like to take the bus there.",
        who);
    stays.write(stay, "visit", "The guardian came for an hour.", who);
  }

  private PlacementRequest.Wish wish(UUID file, int number, SignedIn manager) {
    PlacementRequest.Wish proposed = waiting.proposed(file, manager);
    return new PlacementRequest.Wish(
        number == 0 ? "female" : proposed.sex(),
        Math.min(proposed.ageFrom(), 17),
        Math.min(proposed.ageUntil(), 17),
        proposed.languages(),
        number == 2 ? List.of("schooling", "trauma") : List.of("trafficked_children"),
        List.of(),
        number == 3 ? "Sleeps with the light on" : "");
  }

  private void zone(UUID file, int number, SignedIn manager) {
    zones.add(
        file,
        new ExclusionZone.Draft(
            "exploitation",
            "hand",
            null,
            20 + 20 * number,
            null,
            new ExclusionZone.Words(
                "Where the person was made to beg", "They are seen there daily", "", 44.81, 20.46)),
        manager);
  }

  private UUID place(
      String name,
      String sex,
      int from,
      int until,
      int all,
      @Nullable Integer free,
      double latitude,
      double longitude,
      SignedIn who) {
    UUID id =
        places.add(
            new PlaceDraft(
                who.organisation(),
                Set.of(),
                all,
                new Place.Takes(
                    sex,
                    from,
                    until,
                    free == null ? "asked" : "always",
                    List.of("sr", "sq", "rom"),
                    List.of("trauma", "trafficked_children"),
                    all > 4 ? List.of("wheelchair") : List.of(),
                    List.of("schooling", "psychological_care")),
                new Place.Words(name, "")),
            who);
    addresses.write(
        id,
        new Whereabouts("Измишљена улица " + all, "", "Звоните два пута", "", latitude, longitude),
        who);
    if (free != null) {
      beds.confirm(id, free, who);
    }
    return id;
  }
}
