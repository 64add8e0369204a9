package org.passerelle.protect.placement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.placement.place.Addresses;
import org.passerelle.protect.placement.place.Place;
import org.passerelle.protect.placement.place.PlaceBeds;
import org.passerelle.protect.placement.place.PlaceDraft;
import org.passerelle.protect.placement.place.Places;
import org.passerelle.protect.placement.place.Whereabouts;
import org.passerelle.storage.House;

/** Places for tests, and who places there. */
public final class PlaceScenes {
  private final House house;

  public PlaceScenes(House house) {
    this.house = house;
  }

  /** Somebody who places, of an organisation of their own. */
  public SignedIn officer() {
    return house.somebody(Role.PLACEMENT_OFFICER);
  }

  /** Somebody who places, of an organisation that exists. */
  public SignedIn officer(UUID organisation) {
    return house.colleague(organisation, Role.PLACEMENT_OFFICER);
  }

  public Places places() {
    return house.get(Places.class);
  }

  public PlaceBeds beds() {
    return house.get(PlaceBeds.class);
  }

  /** A house of one's own for everybody up to 17. */
  public static PlaceDraft draft(SignedIn who, int beds) {
    return draft(who.organisation(), Set.of(), beds, "any", 0, 17);
  }

  public static PlaceDraft draft(
      UUID run, Set<UUID> placers, int beds, String sex, int from, int until) {
    return new PlaceDraft(
        run,
        placers,
        beds,
        new Place.Takes(
            sex,
            from,
            until,
            "always",
            List.of("sr", "sq"),
            List.of("trauma"),
            List.of(),
            List.of("schooling")),
        new Place.Words("Lindenhaus", "Two floors"));
  }

  /** Entered, with so many beds free as its house said. */
  public UUID place(PlaceDraft draft, SignedIn who) {
    UUID id = places().add(draft, who);
    beds().confirm(id, draft.capacity(), who);
    return id;
  }

  public UUID place(int beds, SignedIn who) {
    return place(draft(who, beds), who);
  }

  /** Where it is. */
  public void at(UUID place, String address, double latitude, double longitude, SignedIn who) {
    house
        .get(Addresses.class)
        .write(place, new Whereabouts(address, "", "", "", latitude, longitude), who);
  }

  public int free(UUID place, SignedIn who) {
    return places().find(place, who).free();
  }
}
