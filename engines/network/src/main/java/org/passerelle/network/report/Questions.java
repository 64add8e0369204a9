package org.passerelle.network.report;

import java.util.List;
import java.util.Set;
import org.passerelle.network.BadNetwork;

/**
 * Measures that need parameters, besides those of every actor.
 *
 * @param keyPlayers size of the set; 0 for none
 * @param attribute attribute of actors for mixing and brokerage; empty for none
 * @param removal measure by which actors are removed one after another: degree, betweenness, or
 *     empty for none
 * @param block number of actors removed at a time
 * @param corridors attribute with an actor's place; empty for none
 * @param path two actors for shortest paths, or empty
 * @param paths number of paths
 */
public record Questions(
    int keyPlayers,
    String attribute,
    String removal,
    int block,
    String corridors,
    List<String> path,
    int paths) {

  /** Rejects invalid parameters. */
  public Questions {
    path = List.copyOf(path);
    if (keyPlayers < 0 || block < 1 || paths < 1) {
      throw new BadNetwork(
          "%d key players, %d removed at a time and %d paths are requested. Maybe one of the numbers is too small."
              .formatted(keyPlayers, block, paths));
    }
    if (!path.isEmpty() && path.size() != 2) {
      throw new BadNetwork(
          "A path between %d actors is requested. Maybe name two.".formatted(path.size()));
    }
    if (!Set.of("", "degree", "betweenness").contains(removal)) {
      throw new BadNetwork(
          "Actors cannot be removed by %s. Maybe use degree or betweenness.".formatted(removal));
    }
  }

  /** None. */
  public static Questions none() {
    return new Questions(0, "", "", 1, "", List.of(), 1);
  }
}
