package org.passerelle.protect.casework.placement.place;

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
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lists all places of a team without decryption, which is fast even for thousands. Visibility and
 * expired holds are evaluated at each call.
 */
@Component
class PlaceLines {
  private final KnownPlaces known;
  private final Clock clock;

  PlaceLines(KnownPlaces known, Clock clock) {
    this.known = known;
    this.clock = clock;
  }

  /** Places that an organisation maintains, runs or places in, by code. */
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

  /** Current holds of a team, earliest expiry first. */
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

  /** Places where a bed is held for these cases, whichever team holds it. */
  Map<UUID, Set<UUID>> placesHeldFor(Collection<UUID> cases) {
    Instant now = clock.instant();
    Set<UUID> wanted = Set.copyOf(cases);
    Map<UUID, Set<UUID>> places = new HashMap<>();
    for (KnownPlaces.Known place : known.all()) {
      for (Bed bed : place.holds()) {
        UUID caseId = bed.caseId();
        if (caseId != null && wanted.contains(caseId) && bed.held(now)) {
          places.computeIfAbsent(caseId, c -> new TreeSet<>()).add(place.id());
        }
      }
    }
    return places;
  }

  /** Cases for which a bed is held, whichever team holds it. */
  Set<UUID> casesHeldFor() {
    Instant now = clock.instant();
    return known.all().stream()
        .flatMap(place -> place.holds().stream())
        .filter(bed -> bed.held(now))
        .map(Bed::caseId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Number of these languages, services and training that each place offers, without zeros. */
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
