package org.passerelle.protect.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk as one of its two sides keeps it. Immutable.
 *
 * @param id the same on both sides
 * @param organisation whose view it is
 * @param other the other side
 * @param proposedHere whether this side proposed it
 * @param crossing the border crossing at which it stands
 * @param agreement entry of the register on which it rests
 * @param state {@code proposed}, {@code open} or {@code ended}
 * @param key under which this side seals the words of the book; destroyed when the desk ends
 * @param endedHere whether this side ended it
 * @param goneAt when the other side confirmed that nothing can be read there any more
 */
public record Desk(
    UUID id,
    UUID organisation,
    UUID other,
    boolean proposedHere,
    String crossing,
    String agreement,
    String state,
    UUID key,
    Instant proposedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt,
    boolean endedHere,
    @Nullable Instant goneAt) {
  /** Whether both sides work there. */
  public boolean open() {
    return state.equals("open");
  }

  /** Whether this side has to say whether it takes part. */
  public boolean asksUs() {
    return state.equals("proposed") && !proposedHere;
  }
}
