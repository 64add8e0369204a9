package org.passerelle.protect.casework.solution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A durable solution in preparation or decided. Immutable.
 *
 * @param kind code of {@code solution_kinds}
 * @param country country in which the person is to live
 * @param state {@code prepared}, {@code decided}, {@code dropped}
 * @param points points to be confirmed, in order
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
   * The encrypted part.
   *
   * @param plan plan as text: with whom, where, from when; never an address
   */
  public record Words(String plan) {}

  /**
   * A point to be confirmed.
   *
   * @param code of {@code solution_points}
   * @param met whether it is met
   * @param read whether it is determined from the case
   * @param checked latest finding, or null
   */
  public record Point(String code, boolean met, boolean read, @Nullable Checked checked) {}

  /**
   * A finding on a point.
   *
   * @param on date of the finding
   */
  public record Checked(boolean met, LocalDate on, Evidence evidence, Instant at, UUID by) {}

  /**
   * The encrypted part of a finding.
   *
   * @param whose who found it: a person with their function, or an authority
   * @param words evidence
   */
  public record Evidence(String whose, String words) {}

  /** Points that are not met. */
  public List<String> missing() {
    return points.stream().filter(p -> !p.met()).map(Point::code).toList();
  }

  /** Whether it is in preparation. */
  public boolean open() {
    return state.equals("prepared");
  }
}
