package org.passerelle.protect.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the shift book, as one side keeps it.
 *
 * @param here whether this side wrote it
 * @param kind code of {@code desk_entries}
 * @param words without names; empty once the desk has ended
 * @param by colleague who wrote it; null for the other side
 * @param point who goes on with it: {@code none}, {@code here} or {@code there}
 * @param state {@code noted}; of a point {@code waits} for somebody, {@code held} or {@code done}
 * @param holder colleague who goes on with it; null for the other side
 * @param waitsSince since when nobody holds it, or null
 * @param lateAt when its focal point was told that nobody takes it, or null
 */
public record Entry(
    UUID id,
    boolean here,
    String kind,
    Instant at,
    String words,
    @Nullable UUID by,
    String point,
    String state,
    @Nullable UUID holder,
    @Nullable Instant waitsSince,
    @Nullable Instant lateAt) {
  /** Whether somebody still has to go on with it. */
  public boolean open() {
    return state.equals("waits") || state.equals("held");
  }

  /** Whether somebody of this side has to take it. */
  public boolean waitsForUs() {
    return state.equals("waits") && ours();
  }

  /** Whether this side goes on with it. */
  public boolean ours() {
    return point.equals("here");
  }

  /**
   * What somebody writes.
   *
   * @param point who goes on with it: {@code none}, {@code here} or {@code there}
   */
  public record Draft(String kind, String words, String point) {}
}
