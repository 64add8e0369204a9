package org.passerelle.placement;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.passerelle.placement.internal.Placing;

/**
 * Proposes places for a batch of children. No hard rule ({@link Rule}) is ever broken, and nobody
 * who lives somewhere is moved. What is wished for stands in {@link Wish}, in its order.
 *
 * <p>Threads may share it. The time grows with children times places; two hundred children and
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
   * Proposes.
   *
   * @param limit of time; what is best by then carries its gap
   * @param workers threads, 1 for the same answer each time
   * @throws NoSolver if the solver cannot run on this machine
   */
  public static Proposal of(Batch batch, Duration limit, int workers) {
    return Placing.of(batch, limit, workers);
  }

  /**
   * An answer that is there at once, without a solver: no rule is broken, and nobody can be placed
   * beside it; a better one may exist. The search of {@link #of} begins with it, and what it finds
   * is never worse. Two hundred children and sixty places take milliseconds (bench/README.md).
   *
   * @return the place by child; who waits is not in it
   */
  public static Map<String, String> atOnce(Batch batch) {
    return Placing.atOnce(batch);
  }

  /**
   * What stands in the way of one place for one child, the others left where they are. Brothers and
   * sisters who are in the batch, too, count: a place that takes the child and not all of them
   * parts them ({@link Rule#TOGETHER}).
   */
  public static Set<Rule> broken(Batch batch, Child child, Vacancy place) {
    return Placing.broken(batch, child, place);
  }

  /** How somebody would fit a place. */
  public static Proposal.Fit fit(Child child, Vacancy place) {
    return Placing.fit(child, place);
  }
}
