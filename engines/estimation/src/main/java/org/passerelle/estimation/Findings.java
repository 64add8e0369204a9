package org.passerelle.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a practitioner must see beside the estimates: everything the answer could rest on.
 * Immutable.
 *
 * @param coverage sample coverage, from 0 to 1
 * @param emptyPairs pairs of lists with nobody in common
 * @param choices thresholds, prior parameters, classes, orders and the highest interaction
 * @param lists the stepwise estimate without each list, and with two as one
 * @param known each list estimated from the overlaps of the others inside it
 * @param trajectory the stepwise estimate of random parts of the cases, the whole last
 * @param linkage what the estimate would be had matches been missed or false
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

  /** A choice or change in words, and the estimate with it; null where there is none. */
  public record Row(
      Sentence what, @Nullable Double estimate, @Nullable Double lower, @Nullable Double upper) {}

  /** A list as a population of known size, and what the others say it is. */
  public record Known(String list, double truth, @Nullable Double estimate) {}

  /**
   * Works them out.
   *
   * @param estimates those asked for; what they say of other choices is taken over
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
