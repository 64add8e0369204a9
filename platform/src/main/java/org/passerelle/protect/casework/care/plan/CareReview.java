package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review of the plan with the person. Immutable.
 *
 * @param tookPart whether the person took part: {@code yes}, {@code partly} or {@code no}
 * @param next date of the next review, or null
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
   * Data of a review as entered.
   *
   * @param title title of the task for the next review
   * @param nextDue deadline of the next review, or null
   */
  public record Draft(
      LocalDate on,
      String tookPart,
      @Nullable LocalDate next,
      @Nullable Instant nextDue,
      String title,
      String words) {}
}
