package org.passerelle.protect.casework.placement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.Addresses;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceDraft;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.place.Whereabouts;
import org.passerelle.storage.House;

/** Places and placement officers for tests. */
public final class PlaceScenes {
  private final House house;

  public PlaceScenes(House house) {
    this.house = house;
  }

  /** A placement officer of a new organisation. */
  public SignedIn officer() {
    return house.somebody(Role.PLACEMENT_OFFICER);
  }

  /** A placement officer of an existing organisation. */
  public SignedIn officer(UUID organisation) {
    return house.colleague(organisation, Role.PLACEMENT_OFFICER);
  }

  public Places places() {
    return house.get(Places.class);
  }

  public PlaceBeds beds() {
    return house.get(PlaceBeds.class);
  }

  /** The officer's own house for everybody up to 17. */
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

  /** Added, with this number of free beds reported. */
  public UUID place(PlaceDraft draft, SignedIn who) {
    UUID id = places().add(draft, who);
    beds().confirm(id, draft.capacity(), who);
    return id;
  }

  public UUID place(int beds, SignedIn who) {
    return place(draft(who, beds), who);
  }

  /** Its address. */
  /** The code by which a place may be named. */
  public String code(UUID place, SignedIn who) {
    return places().lines(who).stream()
        .filter(one -> one.id().equals(place))
        .findFirst()
        .orElseThrow()
        .code();
  }

  public void at(UUID place, String address, double latitude, double longitude, SignedIn who) {
    house
        .get(Addresses.class)
        .write(place, new Whereabouts(address, "", "", "", latitude, longitude), who);
  }

  public int free(UUID place, SignedIn who) {
    return places().find(place, who).free();
  }
}
