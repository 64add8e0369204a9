package org.passerelle.placement;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.passerelle.placement.internal.Placing;

/**
 * Proposes places for a batch of children. No hard rule ({@link Rule}) is ever violated, and no
 * resident is moved. Preferences are in {@link Wish}, in order of priority.
 *
 * <p>Safe for concurrent use. The time grows with children times places; two hundred children and
 * sixty places take less than a second (bench/README.md).
 *
 * <pre>{@code
 * Proposal proposal = Matching.of(batch, Duration.ofSeconds(5), 2);
 * proposal.placed().get("A");         // the place, or null
 * proposal.optimal();                  // whether no better answer exists
 * }</pre>
 */
public final class Matching {
  private Matching() {}

  /**
   * Computes a proposal.
   *
   * @param limit time limit; the best proposal found by then states its gap
   * @param workers number of threads, 1 for a deterministic result
   * @throws NoSolver if the solver cannot run on this machine
   */
  public static Proposal of(Batch batch, Duration limit, int workers) {
    return Placing.of(batch, limit, workers);
  }

  /**
   * An immediate proposal without a solver: no rule is violated, and no further child can be added,
   * but a better one may exist. {@link #of} starts from it and never returns a worse one. Two
   * hundred children and sixty places take milliseconds (bench/README.md).
   *
   * @return place by child; children without a place are not in it
   */
  public static Map<String, String> atOnce(Batch batch) {
    return Placing.atOnce(batch);
  }

  /**
   * The rules that one place would violate for one child, with all others unchanged. Siblings in
   * the batch count: a place that accepts the child but not all of them separates them ({@link
   * Rule#TOGETHER}).
   */
  public static Set<Rule> broken(Batch batch, Child child, Vacancy place) {
    return Placing.broken(batch, child, place);
  }

  /** How well a child would fit a place. */
  public static Proposal.Fit fit(Child child, Vacancy place) {
    return Placing.fit(child, place);
  }
}
