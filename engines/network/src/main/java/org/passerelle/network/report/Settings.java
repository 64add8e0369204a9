package org.passerelle.network.report;

import java.util.EnumSet;
import java.util.Set;
import org.passerelle.network.BadNetwork;

/**
 * How a network is to be measured.
 *
 * @param directed whether ties lead one way
 * @param resolution of the groups; 1 unless told
 * @param seed of every random draw
 * @param sources from how many actors shortest paths are followed; 0 for all where that can be
 *     afforded and else 500
 * @param stability how many times parts are left out; −1 for as often as can be afforded
 */
public record Settings(
    Set<Measure> measures,
    boolean directed,
    double resolution,
    long seed,
    int sources,
    int stability,
    Questions questions) {

  /** Refuses what cannot be meant. */
  public Settings {
    measures = Set.copyOf(measures);
    if (sources < 0 || stability < -1) {
      throw new BadNetwork(
          "%d sources and %d repeats are asked for. Maybe a number is below what can be meant."
              .formatted(sources, stability));
    }
    if (!(resolution > 0) || !Double.isFinite(resolution)) {
      throw new BadNetwork(
          "The resolution is %s. Maybe a number above 0 is meant; 1 is usual."
              .formatted(resolution));
    }
  }

  /** Everything, without direction. */
  public static Settings usual() {
    return new Settings(EnumSet.allOf(Measure.class), false, 1, 1, 0, -1, Questions.none());
  }

  boolean asks(Measure measure) {
    return measures.contains(measure);
  }
}
