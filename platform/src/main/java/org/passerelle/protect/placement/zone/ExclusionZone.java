package org.passerelle.protect.placement.zone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.placement.Point;

/**
 * Where a child must not be. Immutable; another one takes its place.
 *
 * @param kind code of {@code zone_kinds}
 * @param origin {@code hand}, or what it was proposed from: {@code episode}, {@code person}, {@code
 *     network}
 * @param source identifier of what it was proposed from, or null
 * @param kilometres on the great circle, around the point or to either side of the route; or null
 * @param minutes of travel by the table of the placing team, or null
 */
public record ExclusionZone(
    UUID id,
    UUID caseId,
    String kind,
    String origin,
    @Nullable UUID source,
    @Nullable Integer kilometres,
    @Nullable Integer minutes,
    Words words,
    Instant at,
    UUID by) {
  /**
   * The sealed part.
   *
   * @param name what is there, in words
   * @param reason why the child must not be near, or empty
   * @param area name of the town or quarter as the table of travel times has it, or empty
   * @param latitude degrees north, or null
   * @param longitude degrees east, or null
   * @param stops of a route in their order, instead of a point; empty where it is none
   */
  public record Words(
      String name,
      String reason,
      String area,
      @Nullable Double latitude,
      @Nullable Double longitude,
      List<Stop> stops) {
    public Words {
      // what was written before there were routes has none
      stops = stops == null ? List.of() : List.copyOf(stops);
    }

    public Words(
        String name,
        String reason,
        String area,
        @Nullable Double latitude,
        @Nullable Double longitude) {
      this(name, reason, area, latitude, longitude, List.of());
    }

    /** Where it is: a point, the stops of a route, or nothing. */
    public List<Point> along() {
      return stops.isEmpty()
          ? latitude == null || longitude == null
              ? List.of()
              : List.of(new Point(latitude, longitude))
          : stops.stream().map(Stop::point).toList();
    }
  }

  /**
   * A place on the route of somebody.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param name in words, or empty
   */
  public record Stop(double latitude, double longitude, String name) {
    /** So far from the one before it none lies: then latitude and longitude were exchanged. */
    public static final int MOST_KILOMETRES = 2000;

    Point point() {
      return new Point(latitude, longitude);
    }

    /** Length of the way to another on the great circle. */
    public double kilometresTo(Stop other) {
      return point().kilometresTo(other.point());
    }
  }

  /** Whether any place can be judged by it; one that cannot lets nobody be placed anywhere. */
  public boolean judged() {
    return (kilometres != null && !words.along().isEmpty())
        || (minutes != null && !words.area.isEmpty());
  }

  /**
   * A zone as somebody enters it.
   *
   * @param origin and source as of the zone
   */
  public record Draft(
      String kind,
      String origin,
      @Nullable UUID source,
      @Nullable Integer kilometres,
      @Nullable Integer minutes,
      Words words) {}
}
