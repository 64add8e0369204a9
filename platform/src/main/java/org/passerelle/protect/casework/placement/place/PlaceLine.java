package org.passerelle.protect.casework.placement.place;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unencrypted data of a place for boards. Immutable.
 *
 * @param house organisation that runs it
 * @param placed whether the reader's team may place there; otherwise it only runs the house
 * @param run whether the reader belongs to the house
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

  public boolean open() {
    return state.equals("open");
  }

  public int free() {
    return open() ? beds.free() : 0;
  }

  /** Whether its report of free beds is a day old or missing. */
  public boolean stale(Instant now) {
    return Place.stale(confirmedAt, now);
  }

  /**
   * Whether it takes a person.
   *
   * @param wanted {@code female} or {@code male}; empty for any
   * @param from youngest possible age, or negative for any
   * @param until oldest possible age
   */
  public boolean takes(String wanted, int from, int until) {
    return (wanted.isEmpty() || sex.equals("any") || sex.equals(wanted))
        && (from < 0 || (ageFrom <= from && until <= ageUntil));
  }
}
