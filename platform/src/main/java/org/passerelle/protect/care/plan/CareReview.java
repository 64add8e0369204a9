package org.passerelle.protect.care.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When the plan was gone through with the person. Immutable.
 *
 * @param tookPart whether the person did: {@code yes}, {@code partly} or {@code no}
 * @param next day of the next one, or null
 * @param words what was agreed, or empty
 */
public record CareReview(
    UUID id,
    LocalDate on,
    String tookPart,
    @Nullable LocalDate next,
    @Nullable UUID task,
    String words,
    Instant at,
    UUID by) {

  /**
   * The same as somebody enters it.
   *
   * @param title of the task for the next one
   * @param nextDue the moment of the next one, or null
   */
  public record Draft(
      LocalDate on,
      String tookPart,
      @Nullable LocalDate next,
      @Nullable Instant nextDue,
      String title,
      String words) {}
}
