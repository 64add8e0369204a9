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
import org.passerelle.protect.placement.stay.Stay;
import org.passerelle.protect.placement.zone.ExclusionZone;

/**
 * What is around those who wait, whichever places are looked at. Immutable.
 *
 * @param held holds of the team, by case
 * @param pairs who is tied to them and to whoever belongs together with them
 * @param groups of brothers and sisters, by case
 * @param living of those who are tied to them, who lives where and does not wait themselves
 * @param zones by case
 */
record Around(
    List<Wait> waiting,
    Map<UUID, Bed> held,
    List<Ties.Pair> pairs,
    Map<UUID, String> groups,
    List<Stay.Lives> living,
    Map<UUID, List<ExclusionZone>> zones,
    Travel travel) {
  Around {
    waiting = List.copyOf(waiting);
    held = Map.copyOf(held);
    pairs = List.copyOf(pairs);
    groups = Map.copyOf(groups);
    living = List.copyOf(living);
    zones = Map.copyOf(zones);
  }

  /** Somebody as the engine knows them. */
  Child child(Wait wait) {
    return Gathering.child(wait, groups, zones.getOrDefault(wait.caseId(), List.of()));
  }

  /** Where somebody's brothers and sisters live. */
  Set<UUID> homesOf(UUID caseId) {
    Set<UUID> homes = new HashSet<>();
    String group = groups.get(caseId);
    if (group != null) {
      living.stream()
          .filter(one -> group.equals(groups.get(one.caseId())))
          .forEach(one -> homes.add(one.place()));
    }
    return homes;
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
