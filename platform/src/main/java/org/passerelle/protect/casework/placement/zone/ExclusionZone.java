package org.passerelle.protect.casework.placement.zone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.placement.Point;

/**
 * An area where a child must not be. Immutable; changes create a new one.
 *
 * @param kind code of {@code zone_kinds}
 * @param origin {@code hand}, or the source of the proposal: {@code episode}, {@code person},
 *     {@code network}
 * @param source identifier of that source, or null
 * @param kilometres great-circle distance around the point or on either side of the route; or null
 * @param minutes travel time by the table of the placing team, or null
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
   * The encrypted part.
   *
   * @param name description of the place
   * @param reason why the child must not be near it, or empty
   * @param area name of the town or quarter as in the table of travel times, or empty
   * @param latitude degrees north, or null
   * @param longitude degrees east, or null
   * @param stops stops of a route in order, instead of a point; otherwise empty
   */
  public record Words(
      String name,
      String reason,
      String area,
      @Nullable Double latitude,
      @Nullable Double longitude,
      List<Stop> stops) {
    public Words {
      // records stored before routes existed have none
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

    /** Its texts by the fields of the form. */
    Map<String, String> byField() {
      return Map.of(
          "name",
          name,
          "reason",
          reason,
          "area",
          area,
          "stops",
          stops.stream().map(Stop::name).collect(Collectors.joining(" \n ")));
    }

    /** Its location: a point, the stops of a route, or nothing. */
    public List<Point> along() {
      return stops.isEmpty()
          ? latitude == null || longitude == null
              ? List.of()
              : List.of(new Point(latitude, longitude))
          : stops.stream().map(Stop::point).toList();
    }
  }

  /**
   * A place on a route.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param name description, or empty
   */
  public record Stop(double latitude, double longitude, String name) {
    /**
     * Maximum plausible distance between two stops; a longer one means that latitude and longitude
     * were swapped.
     */
    public static final int MOST_KILOMETRES = 2000;

    Point point() {
      return new Point(latitude, longitude);
    }

    /** Great-circle distance to another stop, in kilometres. */
    public double kilometresTo(Stop other) {
      return point().kilometresTo(other.point());
    }
  }

  /**
   * Whether places can be judged by it; a zone without location or extent would prevent any
   * placement.
   */
  public boolean judged() {
    return (kilometres != null && !words.along().isEmpty())
        || (minutes != null && !words.area.isEmpty());
  }

  /**
   * Data of a zone as entered.
   *
   * @param origin origin and source as in the zone
   */
  public record Draft(
      String kind,
      String origin,
      @Nullable UUID source,
      @Nullable Integer kilometres,
      @Nullable Integer minutes,
      Words words) {}
}
