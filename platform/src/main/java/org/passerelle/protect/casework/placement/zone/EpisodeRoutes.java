package org.passerelle.protect.casework.placement.zone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Episodes;
import org.springframework.stereotype.Component;

/**
 * Proposes routes by which a person was taken: places of consecutive episodes whose coordinates the
 * team has stated in a zone. An episode without coordinates interrupts the route, since the way is
 * unknown.
 */
@Component
class EpisodeRoutes {
  private static final int LONGEST = 200;
  private final Episodes episodes;

  EpisodeRoutes(Episodes episodes) {
    this.episodes = episodes;
  }

  /**
   * Possible zones along a route.
   *
   * @param zones current zones of the case
   */
  List<ZoneSource.Proposed> of(Case file, List<ExclusionZone> zones, SignedIn who) {
    Map<UUID, ExclusionZone.Stop> points = points(zones);
    if (points.size() < 2) {
      return List.of();
    }
    List<Episodes.Episode> inTime = new ArrayList<>(episodes.of(file.id(), who));
    java.util.Collections.reverse(inTime);
    List<ZoneSource.Proposed> proposed = new ArrayList<>();
    List<ExclusionZone.Stop> way = new ArrayList<>();
    List<UUID> passed = new ArrayList<>();
    for (Episodes.Episode episode : inTime) {
      ExclusionZone.Stop stop = points.get(episode.id());
      // without a date it may lie anywhere on the route
      boolean undated = episode.details().from().isEmpty();
      if (undated || stop == null || !follows(way, stop)) {
        end(way, passed, proposed);
      }
      if (stop != null && !undated) {
        passed.add(episode.id());
        if (way.isEmpty() || way.get(way.size() - 1).kilometresTo(stop) > 0) {
          way.add(stop);
        }
      }
    }
    end(way, passed, proposed);
    return proposed;
  }

  private static Map<UUID, ExclusionZone.Stop> points(List<ExclusionZone> zones) {
    Map<UUID, ExclusionZone.Stop> points = new HashMap<>();
    for (ExclusionZone zone : zones) {
      Double latitude = zone.words().latitude();
      Double longitude = zone.words().longitude();
      UUID source = zone.source();
      if (source != null
          && zone.origin().equals("episode")
          && latitude != null
          && longitude != null) {
        points.put(source, new ExclusionZone.Stop(latitude, longitude, zone.words().name()));
      }
    }
    return points;
  }

  private static boolean follows(List<ExclusionZone.Stop> way, ExclusionZone.Stop stop) {
    return way.isEmpty()
        || way.get(way.size() - 1).kilometresTo(stop) <= ExclusionZone.Stop.MOST_KILOMETRES;
  }

  private static void end(
      List<ExclusionZone.Stop> way, List<UUID> passed, List<ZoneSource.Proposed> proposed) {
    if (way.size() > 1) {
      String name = way.stream().map(ExclusionZone.Stop::name).collect(Collectors.joining(" → "));
      String key =
          passed.stream().map(UUID::toString).collect(Collectors.joining(" ", "route ", ""));
      proposed.add(
          new ZoneSource.Proposed(
              "route",
              "episode",
              UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
              name.codePointCount(0, name.length()) <= LONGEST ? name : "",
              way));
    }
    way.clear();
    passed.clear();
  }
}
