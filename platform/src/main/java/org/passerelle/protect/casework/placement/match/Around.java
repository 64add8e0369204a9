package org.passerelle.protect.casework.placement.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.placement.Child;
import org.passerelle.placement.Travel;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;

/**
 * Circumstances of those who wait that are independent of the places considered. Immutable.
 *
 * @param held holds of the team, by case
 * @param siblings others who wait without a held bed and belong together with them
 * @param pairs ties of these persons
 * @param groups groups of siblings, by case
 * @param homes where they and persons tied to them live, or have a held bed
 * @param zones exclusion zones by case
 */
record Around(
    List<PlacementRequest> waiting,
    List<PlacementRequest> siblings,
    Map<UUID, Bed> held,
    List<Ties.Pair> pairs,
    Map<UUID, String> groups,
    List<Home> homes,
    Map<UUID, List<ExclusionZone>> zones,
    Travel travel) {
  Around {
    waiting = List.copyOf(waiting);
    siblings = List.copyOf(siblings);
    held = Map.copyOf(held);
    pairs = List.copyOf(pairs);
    groups = Map.copyOf(groups);
    homes = List.copyOf(homes);
    zones = Map.copyOf(zones);
  }

  /**
   * Where somebody lives, or will live.
   *
   * @param stays false if they are to be moved away: siblings are not placed there, and a person
   *     who must be kept apart can come only after they have left
   */
  record Home(UUID caseId, UUID place, boolean stays) {}

  /** A person as input of the matching engine. */
  Child child(PlacementRequest wait) {
    return MatchingInput.child(wait, groups, zones.getOrDefault(wait.caseId(), List.of()));
  }

  /** Places where the siblings of a person live permanently. */
  Set<UUID> homesOf(UUID caseId) {
    Set<UUID> found = new HashSet<>();
    String group = groups.get(caseId);
    if (group != null) {
      homes.stream()
          .filter(one -> one.stays() && !one.caseId().equals(caseId))
          .filter(one -> group.equals(groups.get(one.caseId())))
          .forEach(one -> found.add(one.place()));
    }
    return found;
  }

  /** Groups of persons who belong together, directly or through others. */
  static Map<UUID, String> groups(List<Ties.Pair> pairs) {
    Map<UUID, Set<UUID>> groups = new HashMap<>();
    for (Ties.Pair pair : pairs) {
      if (pair.kind().equals("together")) {
        Set<UUID> both = new HashSet<>(groups.getOrDefault(pair.one(), Set.of(pair.one())));
        both.addAll(groups.getOrDefault(pair.other(), Set.of(pair.other())));
        both.forEach(one -> groups.put(one, both));
      }
    }
    Map<UUID, String> names = new HashMap<>();
    groups.forEach(
        (one, all) ->
            names.put(one, all.stream().map(UUID::toString).sorted().findFirst().orElseThrow()));
    return names;
  }
}
