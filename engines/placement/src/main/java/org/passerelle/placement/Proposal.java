package org.passerelle.placement;

import java.util.List;
import java.util.Map;

/**
 * A proposal of places, and why some children remain without one. Immutable.
 *
 * @param placed place by child, for those who have one
 * @param fits quality of the fit, by child
 * @param waiting children without a place, in the order of the batch
 * @param proofs proofs for each preference, in order
 */
public record Proposal(
    Map<String, String> placed, Map<String, Fit> fits, List<Waits> waiting, List<Proof> proofs) {
  public Proposal {
    placed = Map.copyOf(placed);
    fits = Map.copyOf(fits);
    waiting = List.copyOf(waiting);
    proofs = List.copyOf(proofs);
  }

  /** Whether the proposal is proven optimal for every preference. */
  public boolean optimal() {
    return proofs.stream().allMatch(Proof::optimal);
  }

  /** The largest relative gap of any preference: 0 for a proven optimum. */
  public double gap() {
    return proofs.stream().mapToDouble(Proof::gap).max().orElse(0);
  }

  /**
   * What is proven for one preference.
   *
   * @param value value reached
   * @param bound upper bound, given the earlier preferences
   */
  public record Proof(Wish wish, long value, long bound) {
    /** Whether the optimum is proven. */
    public boolean optimal() {
      return value >= bound;
    }

    /** Relative gap to the bound: 0 for a proven optimum. */
    public double gap() {
      return optimal() ? 0 : (bound - value) / (double) bound;
    }
  }

  /**
   * Quality of a fit, in components that can be described.
   *
   * @param language whether one of the child's languages is spoken there
   * @param met number of needs that are met
   * @param needs number of all needs
   * @param confirmed whether the place confirmed its vacancies within a day
   */
  public record Fit(boolean language, int met, int needs, boolean confirmed) {
    /** Whether it is perfect. */
    public boolean whole() {
      return language && met == needs && confirmed;
    }
  }

  /**
   * Why a child has no place.
   *
   * @param rule main reason: the rule that is the only obstacle for most places, otherwise the one
   *     violated by most places
   * @param alone by rule, the number of places for which it is the only obstacle, whose change
   *     would help
   * @param keeps by rule, the number of places it excludes, alone or with others
   */
  public record Waits(String child, Rule rule, Map<Rule, Integer> alone, Map<Rule, Integer> keeps) {
    public Waits {
      alone = Map.copyOf(alone);
      keeps = Map.copyOf(keeps);
    }
  }
}
