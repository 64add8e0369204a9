package org.passerelle.prosecute.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A step of an operational action plan. Immutable.
 *
 * @param number within the team
 * @param organisation which is responsible
 * @param due last day
 * @param state one of {@link #STATES}
 * @param version number of changes
 * @param changedBy who saved it last; null if that was on another node
 */
public record JointStep(
    UUID id,
    int number,
    UUID organisation,
    LocalDate due,
    String state,
    Words words,
    int version,
    Instant changedAt,
    @Nullable UUID changedBy) {
  /** States of a step. */
  public static final List<String> STATES = List.of("open", "under_way", "done", "dropped");

  /**
   * What people wrote.
   *
   * @param what has to be done
   * @param note what became of it; may be empty
   */
  public record Words(String what, String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("what", what, "note", note);
    }
  }

  /** What is entered. */
  public record Draft(UUID organisation, LocalDate due, String state, Words words) {}

  /** Whether it is still to be done. */
  public boolean open() {
    return state.equals("open") || state.equals("under_way");
  }

  /** Whether it is still to be done after its day. */
  public boolean late(LocalDate today) {
    return open() && due.isBefore(today);
  }
}
