package org.passerelle.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Projects a two-mode network: ties between actors who share something, such as the same meeting,
 * telephone or vehicle. The weight is the number of things shared.
 */
public final class TwoMode {
  private TwoMode() {}

  /**
   * The network of one side.
   *
   * @param network ties between the two sides; ties within one side are ignored
   * @param kept selects the actors of the side to keep; the others are what they share
   */
  public static CaseNetwork projected(CaseNetwork network, Predicate<Actor> kept) {
    Map<String, Actor> known = new HashMap<>();
    network.actors().forEach(actor -> known.put(actor.id(), actor));
    Map<String, Map<String, Boolean>> sharers = new LinkedHashMap<>();
    for (Tie tie : network.ties()) {
      boolean source = isKept(known, tie.source(), kept);
      if (source != isKept(known, tie.target(), kept)) {
        String person = source ? tie.source() : tie.target();
        String thing = source ? tie.target() : tie.source();
        sharers.computeIfAbsent(thing, t -> new LinkedHashMap<>()).put(person, true);
      }
    }
    List<Actor> side = network.actors().stream().filter(kept).toList();
    return new CaseNetwork(side, ties(side, sharers));
  }

  private static boolean isKept(Map<String, Actor> known, String id, Predicate<Actor> kept) {
    Actor actor = known.get(id);
    return actor != null && kept.test(actor);
  }

  private static List<Tie> ties(List<Actor> side, Map<String, Map<String, Boolean>> sharers) {
    Map<String, Integer> number = new HashMap<>();
    side.forEach(actor -> number.put(actor.id(), number.size()));
    Map<Long, Integer> shared = new LinkedHashMap<>();
    for (Map<String, Boolean> group : sharers.values()) {
      int[] members = group.keySet().stream().mapToInt(id -> number.getOrDefault(id, 0)).toArray();
      for (int i = 0; i < members.length; i++) {
        for (int j = i + 1; j < members.length; j++) {
          long low = Math.min(members[i], members[j]);
          long high = Math.max(members[i], members[j]);
          shared.merge(low * side.size() + high, 1, Integer::sum);
        }
      }
    }
    List<Tie> ties = new ArrayList<>(shared.size());
    shared.forEach(
        (pair, times) ->
            ties.add(
                Tie.plain(
                    "shared-" + (ties.size() + 1),
                    side.get((int) (pair / side.size())).id(),
                    side.get((int) (pair % side.size())).id(),
                    times)));
    return ties;
  }
}
