package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal for one need of the person. Immutable.
 *
 * @param need code of {@code care_needs}
 * @param words what is to be reached, or empty if the need says it
 * @param end how it ended, or null while it is pursued
 * @param steps steps in the order in which they were planned
 */
public record Goal(
    UUID id,
    UUID caseId,
    String need,
    String words,
    Instant at,
    UUID by,
    @Nullable End end,
    List<CareStep> steps) {
  public Goal {
    steps = steps.stream().sorted(Comparator.comparingInt(CareStep::number)).toList();
  }

  /**
   * The end of a goal.
   *
   * @param outcome {@code reached} or {@code dropped}
   * @param reason why it was dropped, or remarks on one that was reached, or empty
   */
  public record End(String outcome, String reason, Instant at, UUID by) {}

  /**
   * Data of a goal as entered.
   *
   * @param assessment assessment from which it was proposed, or null
   */
  public record Draft(String need, String words, @Nullable UUID assessment) {}

  public boolean open() {
    return end == null;
  }

  /** Steps that are neither done nor dropped. */
  public List<CareStep> openSteps() {
    return steps.stream().filter(CareStep::open).toList();
  }
}
