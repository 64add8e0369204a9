package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the shift book, as stored by one side.
 *
 * @param here whether this side wrote it
 * @param kind code of {@code desk_entries}
 * @param words text without names; empty once the desk has ended
 * @param by author; null for the other side
 * @param point whose task it is: {@code none}, {@code here} or {@code there}
 * @param state {@code noted}; for a point {@code waits}, {@code held} or {@code done}
 * @param holder officer who has taken it; null for the other side
 * @param waitsSince since when nobody holds it, or null
 * @param lateAt when the focal point was told that nobody has taken it, or null
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
  /** Whether it is an open point. */
  public boolean open() {
    return state.equals("waits") || state.equals("held");
  }

  /** Whether it waits for somebody on this side. */
  public boolean waitsForUs() {
    return state.equals("waits") && ours();
  }

  /** Whether it is this side's task. */
  public boolean ours() {
    return point.equals("here");
  }

  /**
   * Data of an entry to be written.
   *
   * @param point whose task it is: {@code none}, {@code here} or {@code there}
   */
  public record Draft(String kind, String words, String point) {}
}
