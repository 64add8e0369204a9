package org.passerelle.protect.casework.placement.match;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Point;
import org.passerelle.placement.Vacancy;
import org.passerelle.placement.Zone;
import org.passerelle.protect.casework.placement.place.Addresses;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.place.Whereabouts;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects the input of the matching engine in one transaction, before the computation. */
@Component
class MatchingInput {
  private final Places places;
  private final Addresses addresses;
  private final Surroundings surroundings;
  private final Clock clock;

  MatchingInput(Places places, Addresses addresses, Surroundings surroundings, Clock clock) {
    this.places = places;
    this.addresses = addresses;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** Circumstances of one person who waits for the reader's team. */
  @Transactional
  public Around around(PlacementRequest wait, SignedIn who) {
    return surroundings.of(List.of(wait), who);
  }

  /** A place of the user's team, whether or not it is open. */
  @Transactional(readOnly = true)
  public Optional<Place> place(UUID id, SignedIn who) {
    return places.some(List.of(id), who).stream().filter(p -> p.isPlacedBy(who)).findFirst();
  }

  /** The input for all places that are open. */
  @Transactional
  public Table table(List<PlacementRequest> waiting, SignedIn who) {
    return table(
        surroundings.of(waiting, who),
        places.lines(who).stream().filter(PlaceLine::open).map(PlaceLine::id).toList(),
        who);
  }

  /** The input for selected places. */
  @Transactional
  public Table table(Around around, Collection<UUID> some, SignedIn who) {
    List<Place> open =
        places.some(some, who).stream().filter(p -> p.open() && p.isPlacedBy(who)).toList();
    Map<UUID, Whereabouts> where = addresses.forMatching(open, who);
    Map<UUID, PlacementRequest> waits = new HashMap<>();
    List<Child> children = new ArrayList<>();
    for (PlacementRequest wait : around.waiting()) {
      waits.put(wait.caseId(), wait);
      if (!around.held().containsKey(wait.caseId())) {
        children.add(around.child(wait));
      }
    }
    Map<UUID, Place> byId = new HashMap<>();
    open.forEach(p -> byId.put(p.id(), p));
    return new Table(
        new Batch(
            children,
            open.stream()
                .map(p -> vacancy(p, where.getOrDefault(p.id(), Whereabouts.NONE)))
                .toList(),
            around.pairs().stream()
                .filter(p -> p.kind().equals("apart"))
                .map(p -> new Batch.Apart(p.one().toString(), p.other().toString()))
                .toList(),
            around.homes().stream()
                .map(
                    home ->
                        new Batch.Resident(
                            home.caseId().toString(),
                            home.place().toString(),
                            home.stays() ? around.groups().getOrDefault(home.caseId(), "") : ""))
                .toList(),
            around.travel()),
        waits,
        byId);
  }

  /** A person as input of the matching engine. */
  static Child child(PlacementRequest wait, Map<UUID, String> groups, List<ExclusionZone> zones) {
    PlacementRequest.Wish wish = wait.wish();
    return new Child(
        wait.caseId().toString(),
        groups.getOrDefault(wait.caseId(), ""),
        wish.sex(),
        wish.ageFrom(),
        wish.ageUntil(),
        wait.urgency(),
        Set.copyOf(wish.languages()),
        Set.copyOf(wish.needs()),
        Set.copyOf(wish.access()),
        zones.stream().map(MatchingInput::zone).toList());
  }

  private static Zone zone(ExclusionZone zone) {
    Integer kilometres = zone.kilometres();
    Integer minutes = zone.minutes();
    return new Zone(
        zone.words().along(),
        kilometres == null ? 0 : kilometres,
        TravelTimes.plain(zone.words().area()),
        minutes == null ? 0 : minutes);
  }

  private Vacancy vacancy(Place place, Whereabouts where) {
    Set<String> offers = new HashSet<>(place.takes().services());
    offers.addAll(place.takes().training());
    return new Vacancy(
        place.id().toString(),
        place.free(),
        place.takes().sex(),
        place.takes().ageFrom(),
        place.takes().ageUntil(),
        Set.copyOf(place.takes().languages()),
        offers,
        Set.copyOf(place.takes().access()),
        point(where.latitude(), where.longitude()),
        TravelTimes.plain(where.area()),
        !place.stale(clock.instant()));
  }

  private static @Nullable Point point(@Nullable Double latitude, @Nullable Double longitude) {
    return latitude == null || longitude == null ? null : new Point(latitude, longitude);
  }
}
