package org.passerelle.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics that a practitioner must see beside the estimates. Immutable.
 *
 * @param coverage sample coverage, from 0 to 1
 * @param emptyPairs pairs of lists without common people
 * @param choices thresholds, prior parameters, classes, orders and the highest interaction
 * @param lists the stepwise estimate without each list, and with each pair merged
 * @param known each list estimated from the overlaps of the others within it
 * @param trajectory the stepwise estimate of random subsets of the cases, the full set last
 * @param linkage the estimate if matches had been missed or false
 */
public record Findings(
    double coverage,
    int emptyPairs,
    List<Row> choices,
    List<Row> lists,
    List<Known> known,
    List<Row> trajectory,
    List<Row> linkage) {
  /** Steps of {@link #of}, for {@link Progress}. */
  public static final List<String> STEPS =
      List.of("choices", "lists", "known", "trajectory", "linkage");

  public Findings {
    choices = List.copyOf(choices);
    lists = List.copyOf(lists);
    known = List.copyOf(known);
    trajectory = List.copyOf(trajectory);
    linkage = List.copyOf(linkage);
  }

  /** A choice or change in words with its estimate; null if there is none. */
  public record Row(
      Sentence what, @Nullable Double estimate, @Nullable Double lower, @Nullable Double upper) {}

  /** A list as a population of known size, and its estimate from the other lists. */
  public record Known(String list, double truth, @Nullable Double estimate) {}

  /**
   * Computes the diagnostics.
   *
   * @param estimates requested estimates; their own variants are included
   */
  public static Findings of(Study study, List<Estimate> estimates, Progress progress) {
    Doubts doubts = new Doubts(study);
    progress.at(STEPS.get(0), 0);
    List<Row> choices = doubts.choices(estimates);
    progress.at(STEPS.get(1), 0.6);
    List<Row> lists = doubts.lists();
    progress.at(STEPS.get(2), 0.7);
    List<Known> known = doubts.known();
    progress.at(STEPS.get(3), 0.8);
    List<Row> trajectory = doubts.trajectory();
    progress.at(STEPS.get(4), 0.9);
    return new Findings(
        doubts.coverage(),
        doubts.emptyPairs(),
        choices,
        lists,
        known,
        trajectory,
        doubts.linkage());
  }
}
