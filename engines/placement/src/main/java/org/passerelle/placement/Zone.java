package org.passerelle.placement;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a child must not be: around a point or along a route, or within a travel time of an area,
 * or both.
 *
 * @param along its middle, or the stops of a route in their order, which is kept away from on the
 *     whole way between them; empty where none was set
 * @param kilometres to either side, on the great circle; 0 where none was set
 * @param area name in the table of travel times, or empty
 * @param minutes of travel; 0 where none was set
 */
public record Zone(List<Point> along, double kilometres, String area, int minutes) {
  /** What a zone says of a place. */
  public enum Verdict {
    /** The place lies outside. */
    CLEAR,
    /** The place lies within. */
    WITHIN,
    /** Nothing that was set can be judged, which is not the same as outside. */
    UNKNOWN
  }

  /**
   * A zone.
   *
   * @throws BadBatch if it forbids nothing
   */
  public Zone {
    along = List.copyOf(along);
    if (!(kilometres > 0) && minutes <= 0) {
      throw new BadBatch(
          "A zone of %s km and %d minutes forbids nothing.%nMaybe its radius is missing."
              .formatted(kilometres, minutes));
    }
  }

  /**
   * A zone around a point.
   *
   * @param around its middle, or null
   * @throws BadBatch if it forbids nothing
   */
  public Zone(@Nullable Point around, double kilometres, String area, int minutes) {
    this(around == null ? List.of() : List.of(around), kilometres, area, minutes);
  }

  /**
   * Judges a place. Within by either measure is within; clear by one is clear, unless the other
   * says within; where neither can be judged it is unknown.
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
