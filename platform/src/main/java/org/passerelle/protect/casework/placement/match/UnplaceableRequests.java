package org.passerelle.protect.casework.placement.match;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds requests for which no house fits, judged by the unencrypted data of houses: free beds, whom
 * they take, what they offer. Zones and conflicts are only checked for an individual child, because
 * that decrypts addresses.
 */
@Service
public class UnplaceableRequests {
  private final Places places;

  UnplaceableRequests(Places places) {
    this.places = places;
  }

  /** Requests for which none of the team's houses fits now. */
  @Transactional(readOnly = true)
  public Set<UUID> nothing(List<PlacementRequest> waiting, SignedIn who) {
    List<PlaceLine> free =
        places.lines(who).stream().filter(line -> line.placed() && line.free() > 0).toList();
    Set<UUID> without = new HashSet<>();
    for (PlacementRequest wait : waiting) {
      if (!fits(wait.wish(), free)) {
        without.add(wait.id());
      }
    }
    return without;
  }

  private boolean fits(PlacementRequest.Wish wish, List<PlaceLine> free) {
    Set<String> access = Set.copyOf(wish.access());
    Map<UUID, Integer> ready = access.isEmpty() ? Map.of() : places.offering(access);
    return free.stream()
        .filter(line -> line.takes(wish.sex(), wish.ageFrom(), wish.ageUntil()))
        .anyMatch(line -> ready.getOrDefault(line.id(), 0) >= access.size());
  }
}
