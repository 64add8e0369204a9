package org.passerelle.protect.solution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A durable solution that is prepared or was decided. Immutable.
 *
 * @param kind code of {@code solution_kinds}
 * @param country where the person is to live
 * @param state {@code prepared}, {@code decided}, {@code dropped}
 * @param points what must be made sure of, in order
 */
public record DurableSolution(
    UUID id,
    UUID caseId,
    String kind,
    String country,
    String state,
    Words words,
    @Nullable LocalDate decidedOn,
    Instant at,
    UUID by,
    List<Point> points) {
  public DurableSolution {
    points = List.copyOf(points);
  }

  /**
   * The sealed part.
   *
   * @param plan in words: with whom, where, from when; never an address
   */
  public record Words(String plan) {}

  /**
   * A point that must be made sure of.
   *
   * @param code of {@code solution_points}
   * @param met whether it is
   * @param read whether the house answers it from the case
   * @param checked what was found out last, or null
   */
  public record Point(String code, boolean met, boolean read, @Nullable Checked checked) {}

  /**
   * What somebody found out about a point.
   *
   * @param on the day on which it was found
   */
  public record Checked(boolean met, LocalDate on, Evidence evidence, Instant at, UUID by) {}

  /**
   * The sealed part of it.
   *
   * @param whose finding it is: a person with their function, an authority
   * @param words what shows it
   */
  public record Evidence(String whose, String words) {}

  /** Those that are not met. */
  public List<String> missing() {
    return points.stream().filter(p -> !p.met()).map(Point::code).toList();
  }

  /** Whether it is still being prepared. */
  public boolean open() {
    return state.equals("prepared");
  }
}
