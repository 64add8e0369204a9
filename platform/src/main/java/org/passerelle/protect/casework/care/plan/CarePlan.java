package org.passerelle.protect.casework.care.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The care plan of a case.
 *
 * @param goals goals, newest last
 * @param reviews reviews, newest first
 */
public record CarePlan(List<Goal> goals, List<CareReview> reviews) {
  public CarePlan {
    goals = List.copyOf(goals);
    reviews = List.copyOf(reviews);
  }

  /** Goals that are pursued. */
  public List<Goal> open() {
    return goals.stream().filter(Goal::open).toList();
  }

  /** Goals that were reached or dropped. */
  public List<Goal> ended() {
    return goals.stream().filter(g -> !g.open()).toList();
  }

  /** Date of the next review, or null if none is set. */
  public @Nullable LocalDate nextReview() {
    return reviews.isEmpty() ? null : reviews.get(0).next();
  }
}
