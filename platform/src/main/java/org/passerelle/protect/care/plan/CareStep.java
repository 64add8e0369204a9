package org.passerelle.protect.care.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step to a goal. Immutable. Its day, who sees to it and whether it is done are those of its task
 * among the tasks of the case, so that a step marked there is done here.
 *
 * @param number place in its goal, from 1 on
 * @param due null once it was dropped
 * @param responsible colleague who sees to it; null once it was dropped
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
   * The sealed part.
   *
   * @param what is to be done
   * @param whoElse does it where it is nobody of the team: the person, a doctor; or empty
   */
  public record Words(String what, String whoElse) {}

  /** Why a step was dropped. */
  public record Dropped(String reason, Instant at, UUID by) {}

  /** A step as somebody enters it. */
  public record Draft(Words words, Instant due, UUID responsible) {}

  /** Whether it is neither done nor dropped. */
  public boolean open() {
    return done == null && dropped == null;
  }
}
