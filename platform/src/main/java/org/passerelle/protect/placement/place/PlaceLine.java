package org.passerelle.protect.placement.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What boards need of a place, none of which is sealed. Immutable.
 *
 * @param house organisation that runs it
 * @param placed whether the reader's team may place there; else it only runs the house
 * @param run whether the reader is of the house itself
 */
public record PlaceLine(
    UUID id,
    String code,
    UUID house,
    boolean placed,
    boolean run,
    String state,
    String sex,
    int ageFrom,
    int ageUntil,
    @Nullable Instant confirmedAt,
    Place.Beds beds) {

  /** Whether it takes anybody at all. */
  public boolean open() {
    return state.equals("open");
  }

  /** Beds that can be given now. */
  public int free() {
    return open() ? beds.free() : 0;
  }

  /** Whether what it said of its free beds is a day old, or it never said it. */
  public boolean stale(Instant now) {
    return Place.stale(confirmedAt, now);
  }

  /**
   * Whether it takes somebody.
   *
   * @param wanted {@code female} or {@code male}; empty for whoever it takes
   * @param from youngest possible age, or negative for any
   * @param until oldest possible age
   */
  public boolean takes(String wanted, int from, int until) {
    return (wanted.isEmpty() || sex.equals("any") || sex.equals(wanted))
        && (from < 0 || (ageFrom <= from && until <= ageUntil));
  }
}
