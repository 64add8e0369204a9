package org.passerelle.network.report;

import java.util.List;
import java.util.Set;
import org.passerelle.network.BadNetwork;

/**
 * What is asked of a network by name, beside the measures of everybody.
 *
 * @param keyPlayers how many; 0 for none
 * @param attribute of actors for mixing and brokerage; empty for none
 * @param removal the measure by which actors are removed one after another: degree, betweenness, or
 *     empty for none
 * @param block how many are removed at a time
 * @param corridors the attribute that says where an actor is; empty for none
 * @param path two actors between whom ways are looked for, or nobody
 * @param paths how many ways
 */
public record Questions(
    int keyPlayers,
    String attribute,
    String removal,
    int block,
    String corridors,
    List<String> path,
    int paths) {

  /** Refuses what cannot be meant. */
  public Questions {
    path = List.copyOf(path);
    if (keyPlayers < 0 || block < 1 || paths < 1) {
      throw new BadNetwork(
          "%d key players, %d removed at a time and %d ways are asked for. Maybe a number is below what can be meant."
              .formatted(keyPlayers, block, paths));
    }
    if (!path.isEmpty() && path.size() != 2) {
      throw new BadNetwork(
          "A way is looked for between %d actors. Maybe name two.".formatted(path.size()));
    }
    if (!Set.of("", "degree", "betweenness").contains(removal)) {
      throw new BadNetwork(
          "Actors cannot be removed by %s. Maybe degree or betweenness is meant."
              .formatted(removal));
    }
  }

  /** None. */
  public static Questions none() {
    return new Questions(0, "", "", 1, "", List.of(), 1);
  }
}
