package org.passerelle.placement;

import java.util.List;
import java.util.Map;

/**
 * Who could go where, and why somebody waits. Immutable.
 *
 * @param placed place by child, for those who have one
 * @param fits how well, by child
 * @param waiting those who have none, in the order of the batch
 * @param proofs what is known of each wish, in their order
 */
public record Proposal(
    Map<String, String> placed, Map<String, Fit> fits, List<Waits> waiting, List<Proof> proofs) {
  public Proposal {
    placed = Map.copyOf(placed);
    fits = Map.copyOf(fits);
    waiting = List.copyOf(waiting);
    proofs = List.copyOf(proofs);
  }

  /** Whether no better answer exists by any wish. */
  public boolean optimal() {
    return proofs.stream().allMatch(Proof::optimal);
  }

  /** The largest share that may be missing of any wish: 0 for a proven optimum. */
  public double gap() {
    return proofs.stream().mapToDouble(Proof::gap).max().orElse(0);
  }

  /**
   * What is known of an answer by one wish.
   *
   * @param value reached
   * @param bound that nothing can exceed without taking from an earlier wish
   */
  public record Proof(Wish wish, long value, long bound) {
    /** Whether nothing better exists. */
    public boolean optimal() {
      return value >= bound;
    }

    /** Share of the bound that may be missing: 0 for a proven optimum. */
    public double gap() {
      return optimal() ? 0 : (bound - value) / (double) bound;
    }
  }

  /**
   * How well somebody fits, in parts that can be said in words.
   *
   * @param language whether one of theirs is spoken there
   * @param met needs that are met
   * @param needs all of them
   * @param confirmed whether the place confirmed its beds within a day
   */
  public record Fit(boolean language, int met, int needs, boolean confirmed) {
    /** Whether nothing is missing. */
    public boolean whole() {
      return language && met == needs && confirmed;
    }
  }

  /**
   * Why somebody waits.
   *
   * @param rule that keeps them waiting: the one that stands alone in the way of most places, else
   *     the one that most places break
   * @param alone by rule, in how many places nothing else stands in the way: what would change it
   * @param keeps by rule, how many places it rules out, alone or with others
   */
  public record Waits(String child, Rule rule, Map<Rule, Integer> alone, Map<Rule, Integer> keeps) {
    public Waits {
      alone = Map.copyOf(alone);
      keeps = Map.copyOf(keeps);
    }
  }
}
