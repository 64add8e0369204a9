package org.passerelle.linkage;

import java.util.List;
import java.util.Optional;

/**
 * What became of a store.
 *
 * @param placed the records that were added, and those whose cluster changed
 * @param records how many the store has now
 * @param learntFrom how many it had when it was learnt what agreement is worth
 * @param clusters how many clusters of two records or more the change touched
 * @param undecided pairs among them that only a person can decide
 * @param leftOut columns of the list that were not compared
 */
public record StoreChange(
    List<Placed> placed,
    int records,
    int learntFrom,
    int clusters,
    int undecided,
    List<LeftOut> leftOut) {
  public StoreChange {
    placed = List.copyOf(placed);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A record and its cluster.
   *
   * @param before its cluster until now; empty of a record that was added
   * @param probability of its surest match in the cluster; 0 where it stands alone
   */
  public record Placed(
      String cluster, String record, Optional<String> before, double probability) {}
}
