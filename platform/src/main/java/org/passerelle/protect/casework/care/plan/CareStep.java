package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step towards a goal. Immutable. Its deadline, assignee and completion are those of its task in
 * the case, so that completing the task completes the step.
 *
 * @param number position in its goal, from 1
 * @param due null once it was dropped
 * @param responsible assignee; null once it was dropped
 * @param done when it was done, or null
 * @param dropped why it was dropped, or null
 */
public record CareStep(
    UUID id,
    UUID goal,
    int number,
    Words words,
    @Nullable UUID task,
    @Nullable Instant due,
    @Nullable UUID responsible,
    @Nullable Instant done,
    @Nullable Dropped dropped) {

  /**
   * The encrypted part.
   *
   * @param what what is to be done
   * @param whoElse who does it if nobody of the team, for example the person or a doctor; or empty
   */
  public record Words(String what, String whoElse) {}

  public record Dropped(String reason, Instant at, UUID by) {}

  /** Data of a step as entered. */
  public record Draft(Words words, Instant due, UUID responsible) {}

  /** Whether it is neither done nor dropped. */
  public boolean open() {
    return done == null && dropped == null;
  }
}
