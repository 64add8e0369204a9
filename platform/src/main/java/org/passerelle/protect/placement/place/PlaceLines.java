package org.passerelle.protect.placement.place;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * All places of a team without what is sealed, so that thousands cost little. Whose they are, and
 * which holds have fallen back, is decided anew each time.
 */
@Component
class PlaceLines {
  private final KnownPlaces known;
  private final Clock clock;

  PlaceLines(KnownPlaces known, Clock clock) {
    this.known = known;
    this.clock = clock;
  }

  /** Those that an organisation keeps, runs or places in, by code. */
  List<PlaceLine> of(UUID organisation) {
    Instant now = clock.instant();
    List<PlaceLine> lines = new ArrayList<>();
    for (KnownPlaces.Known place : known.all()) {
      PlaceLine line = place.line(organisation, now);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Holds of a team that stand, the first to fall back first. */
  List<Bed> holds(UUID organisation) {
    Instant now = clock.instant();
    List<Bed> holds = new ArrayList<>();
    for (KnownPlaces.Known place : known.all()) {
      for (Bed bed : place.holds()) {
        if (bed.organisation().equals(organisation) && bed.held(now)) {
          holds.add(bed);
        }
      }
    }
    holds.sort(
        Comparator.comparing((Bed bed) -> Objects.requireNonNull(bed.until()))
            .thenComparing(Bed::id));
    return holds;
  }

  /** How many of some languages, services and trainings each place has that has any. */
  Map<UUID, Integer> offering(Collection<String> codes) {
    Map<UUID, Integer> found = new HashMap<>();
    Set<String> wanted = Set.copyOf(codes);
    if (!wanted.isEmpty()) {
      for (KnownPlaces.Known place : known.all()) {
        int many = (int) place.offers().stream().filter(wanted::contains).count();
        if (many > 0) {
          found.put(place.id(), many);
        }
      }
    }
    return found;
  }
}
