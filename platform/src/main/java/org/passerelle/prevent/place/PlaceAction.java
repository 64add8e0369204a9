package org.passerelle.prevent.place;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is planned against the risk of a place.
 *
 * @param measure identifier of a measure of the register, or null
 * @param state one of {@link #STATES}
 * @param version counts its states
 * @param steps its states, the newest first
 */
public record PlaceAction(
    UUID id,
    UUID place,
    Words words,
    @Nullable String measure,
    LocalDate due,
    String state,
    int version,
    List<Step> steps) {
  /** States in their usual order. */
  public static final List<String> STATES = List.of("planned", "running", "done", "dropped");

  public PlaceAction {
    steps = List.copyOf(steps);
  }

  /**
   * What somebody wrote.
   *
   * @param by who does it: a function or an organisation
   */
  public record Words(String what, String by) {}

  /** A state that was set. */
  public record Step(int number, String state, Instant at, UUID by) {}

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return state.equals("planned") || state.equals("running");
  }

  public boolean isLate(LocalDate today) {
    return isOpen() && due.isBefore(today);
  }

  PlaceAction with(Words other) {
    return new PlaceAction(id, place, other, measure, due, state, version, steps);
  }

  PlaceAction with(List<Step> others) {
    return new PlaceAction(id, place, words, measure, due, state, version, others);
  }
}
