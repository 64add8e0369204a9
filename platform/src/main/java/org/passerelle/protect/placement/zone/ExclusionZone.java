package org.passerelle.protect.placement.zone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a child must not be. Immutable; another one takes its place.
 *
 * @param kind code of {@code zone_kinds}
 * @param origin {@code hand}, or what it was proposed from: {@code episode}, {@code person}, {@code
 *     network}
 * @param source identifier of what it was proposed from, or null
 * @param kilometres radius on the great circle, or null
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
   */
  public record Words(
      String name,
      String reason,
      String area,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /** Whether any place can be judged by it; one that cannot lets nobody be placed anywhere. */
  public boolean judged() {
    return (kilometres != null && words.latitude != null && words.longitude != null)
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
