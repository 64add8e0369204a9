package org.passerelle.placement;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An area that a child must avoid: around a point or along a route, or within a travel time of an
 * area, or both.
 *
 * @param along its centre, or the stops of a route in order, which is avoided along its whole
 *     length; empty if not set
 * @param kilometres distance to either side, on the great circle; 0 if not set
 * @param area name in the table of travel times, or empty
 * @param minutes travel time; 0 if not set
 */
public record Zone(List<Point> along, double kilometres, String area, int minutes) {
  /** Position of a place relative to a zone. */
  public enum Verdict {
    /** The place is outside. */
    CLEAR,
    /** The place is inside. */
    WITHIN,
    /** No criterion can be evaluated, which is not the same as outside. */
    UNKNOWN
  }

  /**
   * Creates a zone.
   *
   * @throws BadBatch if it excludes nothing
   */
  public Zone {
    along = List.copyOf(along);
    if (!(kilometres > 0) && minutes <= 0) {
      throw new BadBatch(
          "A zone of %s km and %d minutes excludes nothing.%nMaybe its radius is missing."
              .formatted(kilometres, minutes));
    }
  }

  /**
   * A zone around a point.
   *
   * @param around its centre, or null
   * @throws BadBatch if it excludes nothing
   */
  public Zone(@Nullable Point around, double kilometres, String area, int minutes) {
    this(around == null ? List.of() : List.of(around), kilometres, area, minutes);
  }

  /**
   * Evaluates a place. Inside by either criterion is inside; outside by one is outside, unless the
   * other says inside; if neither can be evaluated it is unknown.
   */
  public Verdict of(@Nullable Point place, String placeArea, Travel travel) {
    Verdict near = byDistance(place);
    Verdict soon = byTime(placeArea, travel);
    if (near == Verdict.WITHIN || soon == Verdict.WITHIN) {
      return Verdict.WITHIN;
    }
    return near == Verdict.CLEAR || soon == Verdict.CLEAR ? Verdict.CLEAR : Verdict.UNKNOWN;
  }

  private Verdict byDistance(@Nullable Point place) {
    if (!(kilometres > 0) || along.isEmpty() || place == null) {
      return Verdict.UNKNOWN;
    }
    return place.kilometresToRoute(along) < kilometres ? Verdict.WITHIN : Verdict.CLEAR;
  }

  private Verdict byTime(String placeArea, Travel travel) {
    if (minutes <= 0 || area.isEmpty() || placeArea.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (area.equals(placeArea)) {
      return Verdict.WITHIN;
    }
    OptionalInt told = travel.minutes(area, placeArea);
    if (told.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    return told.getAsInt() < minutes ? Verdict.WITHIN : Verdict.CLEAR;
  }

  @Override
  public String toString() {
    return "Zone[…]";
  }
}
