package org.passerelle.network.report;

import java.util.EnumSet;
import java.util.Set;
import org.passerelle.network.BadNetwork;

/**
 * What is asked of a network.
 *
 * @param directed whether ties lead one way
 * @param keyPlayers how many; 0 for none
 * @param resolution of the groups; 1 unless told
 * @param seed of every random draw
 * @param sources from how many actors shortest paths are followed; 0 for all where that can be
 *     afforded and else 500
 * @param stability how many times parts are left out; −1 for as often as can be afforded
 * @param attribute of actors for mixing and brokerage; empty for none
 * @param removal the measure by which actors are removed one after another: degree, betweenness, or
 *     empty for none
 * @param block how many are removed at a time
 */
public record Settings(
    Set<Measure> measures,
    boolean directed,
    int keyPlayers,
    double resolution,
    long seed,
    int sources,
    int stability,
    String attribute,
    String removal,
    int block) {

  /** Refuses what cannot be meant. */
  public Settings {
    measures = Set.copyOf(measures);
    if (keyPlayers < 0 || sources < 0 || stability < -1 || block < 1) {
      throw new BadNetwork(
          "%d key players, %d sources, %d repeats and %d at a time are asked for. Maybe a number is below what can be meant."
              .formatted(keyPlayers, sources, stability, block));
    }
    if (!(resolution > 0) || !Double.isFinite(resolution)) {
      throw new BadNetwork(
          "The resolution is %s. Maybe a number above 0 is meant; 1 is usual."
              .formatted(resolution));
    }
    if (!Set.of("", "degree", "betweenness").contains(removal)) {
      throw new BadNetwork(
          "Actors cannot be removed by %s. Maybe degree or betweenness is meant."
              .formatted(removal));
    }
  }

  /** Everything, without direction. */
  public static Settings usual() {
    return new Settings(EnumSet.allOf(Measure.class), false, 0, 1, 1, 0, -1, "", "", 1);
  }

  boolean asks(Measure measure) {
    return measures.contains(measure);
  }
}
