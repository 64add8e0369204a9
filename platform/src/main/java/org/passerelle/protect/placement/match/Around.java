package org.passerelle.protect.placement.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.placement.Child;
import org.passerelle.placement.Travel;
import org.passerelle.protect.placement.place.Bed;
import org.passerelle.protect.placement.zone.ExclusionZone;

/**
 * What is around those who wait, whichever places are looked at. Immutable.
 *
 * @param held holds of the team, by case
 * @param siblings who waits, too, with no bed held for them, and belongs together with them
 * @param pairs who is tied to them and to whoever belongs together with them
 * @param groups of brothers and sisters, by case
 * @param homes where they and those who are tied to them live, or have a bed held
 * @param zones by case
 */
record Around(
    List<Wait> waiting,
    List<Wait> siblings,
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
   * Where somebody lives, or will.
   *
   * @param stays false where they are to be moved from there: it draws no brother and no sister,
   *     and whoever must be kept apart from them does not come before they have left
   */
  record Home(UUID caseId, UUID place, boolean stays) {}

  /** Somebody as the engine knows them. */
  Child child(Wait wait) {
    return Gathering.child(wait, groups, zones.getOrDefault(wait.caseId(), List.of()));
  }

  /** Where somebody's brothers and sisters live and stay. */
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

  /** Who belongs together with whom, however many are between them. */
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
