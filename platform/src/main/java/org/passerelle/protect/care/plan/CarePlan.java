package org.passerelle.protect.care.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole plan of a case.
 *
 * @param goals the newest last
 * @param reviews the newest first
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

  /** When the plan is to be gone through next, or null if no day is set. */
  public @Nullable LocalDate nextReview() {
    return reviews.isEmpty() ? null : reviews.get(0).next();
  }
}
