package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A border desk as stored by one of its two sides. Immutable.
 *
 * @param id identical on both sides
 * @param organisation the side that stores this record
 * @param other the other side
 * @param proposedHere whether this side proposed it
 * @param crossing border crossing where it is located
 * @param agreement register entry of the agreement on which it is based
 * @param state {@code proposed}, {@code open} or {@code ended}
 * @param key key of this side for the texts of the book; destroyed when the desk ends
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
  /** Whether it is in operation. */
  public boolean open() {
    return state.equals("open");
  }

  /** Whether this side still has to accept it. */
  public boolean asksUs() {
    return state.equals("proposed") && !proposedHere;
  }
}
