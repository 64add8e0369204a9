package org.passerelle.protect.casework.placement.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collects the circumstances of those who wait: with whom they belong, from whom they are kept
 * apart, and where these live or have a held bed, whichever team of this node placed them.
 */
@Component
class Surroundings {
  private final Waiting waiting;
  private final PlaceBeds beds;
  private final Zones zones;
  private final Ties ties;
  private final TravelTimes travel;
  private final StayBoards stays;
  private final Places places;

  Surroundings(
      Waiting waiting,
      PlaceBeds beds,
      Zones zones,
      Ties ties,
      TravelTimes travel,
      StayBoards stays,
      Places places) {
    this.waiting = waiting;
    this.beds = beds;
    this.zones = zones;
    this.ties = ties;
    this.travel = travel;
    this.stays = stays;
    this.places = places;
  }

  /** Circumstances of those who wait for the reader's team. */
  @Transactional
  public Around of(List<PlacementRequest> waits, SignedIn who) {
    Set<UUID> cases = new LinkedHashSet<>();
    waits.forEach(wait -> cases.add(wait.caseId()));
    Map<UUID, Bed> held = held(who);
    List<Ties.Pair> pairs = ties.around(cases);
    Map<UUID, String> groups = Around.groups(pairs);
    Set<UUID> tied = new LinkedHashSet<>();
    pairs.forEach(pair -> tied.addAll(List.of(pair.one(), pair.other())));
    tied.removeAll(cases);
    List<PlacementRequest> siblings =
        waiting.among(tied, who).stream()
            .filter(wait -> groups.containsKey(wait.caseId()) && !held.containsKey(wait.caseId()))
            .toList();
    List<Around.Home> homes = homes(cases, tied, held, who);
    Set<UUID> judged = new LinkedHashSet<>(cases);
    siblings.forEach(wait -> judged.add(wait.caseId()));
    List<ExclusionZone> found = zones.ofPlaced(judged);
    // the table of travel times names areas of places, so it is decrypted only if a zone needs it
    boolean timed = found.stream().anyMatch(zone -> zone.minutes() != null);
    return new Around(
        waits,
        siblings,
        held,
        pairs,
        groups,
        homes,
        found.stream().collect(Collectors.groupingBy(ExclusionZone::caseId)),
        timed ? travel.table(who) : (from, to) -> OptionalInt.empty());
  }

  /**
   * Homes and held beds. Those of tied persons count whichever team placed them: their house must
   * not be proposed only because another team chose it. A house in which this team cannot place
   * does not count: nobody can be brought there, and a broken rule would tell of it.
   */
  private List<Around.Home> homes(
      Set<UUID> cases, Set<UUID> tied, Map<UUID, Bed> held, SignedIn who) {
    Set<UUID> all = new LinkedHashSet<>(cases);
    all.addAll(tied);
    Set<UUID> offered =
        places.lines(who).stream()
            .filter(PlaceLine::placed)
            .map(PlaceLine::id)
            .collect(Collectors.toSet());
    Set<UUID> moving = new HashSet<>(cases);
    moving.addAll(waiting.moving(tied, who));
    List<Around.Home> homes = new ArrayList<>();
    for (Stay.Lives one : stays.lives(all, who)) {
      if (cases.contains(one.caseId()) || offered.contains(one.place())) {
        homes.add(new Around.Home(one.caseId(), one.place(), !moving.contains(one.caseId())));
      }
    }
    for (UUID caseId : cases) {
      Bed bed = held.get(caseId);
      if (bed != null) {
        homes.add(new Around.Home(caseId, bed.place(), true));
      }
    }
    Map<UUID, Set<UUID>> kept = beds.placesHeldFor(tied, who);
    for (UUID caseId : tied) {
      kept.getOrDefault(caseId, Set.of()).stream()
          .filter(offered::contains)
          .forEach(place -> homes.add(new Around.Home(caseId, place, true)));
    }
    return homes;
  }

  private Map<UUID, Bed> held(SignedIn who) {
    Map<UUID, Bed> held = new HashMap<>();
    for (Bed bed : beds.holds(who)) {
      UUID caseId = bed.caseId();
      if (caseId != null) {
        held.put(caseId, bed);
      }
    }
    return held;
  }
}
