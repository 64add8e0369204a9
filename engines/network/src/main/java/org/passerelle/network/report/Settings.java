package org.passerelle.network.report;

import java.util.EnumSet;
import java.util.Set;
import org.passerelle.network.BadNetwork;

/**
 * Settings for measuring a network.
 *
 * @param directed whether ties are directed
 * @param resolution resolution of the groups; default 1
 * @param seed seed of all random draws
 * @param sources number of sources for shortest paths; 0 for all if affordable, otherwise 500
 * @param stability number of repetitions with parts left out; −1 for as many as affordable
 */
public record Settings(
    Set<Measure> measures,
    boolean directed,
    double resolution,
    long seed,
    int sources,
    int stability,
    Questions questions) {

  /** Rejects invalid settings. */
  public Settings {
    measures = Set.copyOf(measures);
    if (sources < 0 || stability < -1) {
      throw new BadNetwork(
          "%d sources and %d repeats are requested. Maybe one of the numbers is too small."
              .formatted(sources, stability));
    }
    if (!(resolution > 0) || !Double.isFinite(resolution)) {
      throw new BadNetwork(
          "The resolution is %s. Maybe it should be above 0; 1 is usual.".formatted(resolution));
    }
  }

  /** All measures, without direction. */
  public static Settings usual() {
    return new Settings(EnumSet.allOf(Measure.class), false, 1, 1, 0, -1, Questions.none());
  }

  boolean asks(Measure measure) {
    return measures.contains(measure);
  }
}
