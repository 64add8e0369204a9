package org.passerelle.protect.casework.placement.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.springframework.stereotype.Component;

/**
 * Selects the places to examine for one child if there are too many for all: first those with a
 * held bed and those of siblings, then places with a free bed that take the child, most suitable
 * first, then the others. Nothing is decrypted for this.
 */
@Component
class Narrowing {
  private final Places places;

  Narrowing(Places places) {
    this.places = places;
  }

  /**
   * All open places, in the order in which they are examined.
   *
   * @param suitable number of places, from the first, that can be suitable
   */
  record Narrowed(List<UUID> places, int suitable) {}

  Narrowed of(PlacementRequest wait, Around around, SignedIn who) {
    List<PlaceLine> open =
        places.lines(who).stream().filter(line -> line.open() && line.placed()).toList();
    Set<UUID> first = around.homesOf(wait.caseId());
    Bed held = around.held().get(wait.caseId());
    if (held != null) {
      first.add(held.place());
    }
    PlacementRequest.Wish wish = wait.wish();
    Set<UUID> fitting =
        open.stream()
            .filter(line -> line.free() > 0)
            .filter(line -> line.takes(wish.sex(), wish.ageFrom(), wish.ageUntil()))
            .map(PlaceLine::id)
            .collect(Collectors.toSet());
    Set<String> wanted = new HashSet<>(wish.languages());
    wanted.addAll(wish.needs());
    wanted.addAll(wish.access());
    Map<UUID, Integer> offers = places.offering(wanted);
    // lines are ordered by code, which is kept within each rank
    Map<Integer, List<UUID>> ranks = new TreeMap<>();
    int suitable = 0;
    for (PlaceLine line : open) {
      boolean fits = fitting.contains(line.id());
      boolean before = first.contains(line.id());
      int offered = fits ? offers.getOrDefault(line.id(), 0) : -1;
      int rank = (before ? 0 : wanted.size() + 2) + wanted.size() - offered;
      ranks.computeIfAbsent(rank, r -> new ArrayList<>()).add(line.id());
      suitable += fits || before ? 1 : 0;
    }
    return new Narrowed(ranks.values().stream().flatMap(List::stream).toList(), suitable);
  }
}
