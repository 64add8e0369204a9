package org.passerelle.linkage.internal.quality;

import java.util.function.IntPredicate;
import org.passerelle.linkage.internal.candidates.Pairs;

/**
 * How many pairs were found by keys, by nearness and by both, which tells how many there are
 * (Lincoln and Petersen, as Chapman 1951 has it).
 */
public record CaptureCounts(double keys, double nearness, double both) {
  public static CaptureCounts of(Pairs pairs, IntPredicate counts) {
    double keys = 0;
    double nearness = 0;
    double both = 0;
    for (int k = 0; k < pairs.size(); k++) {
      if (counts.test(k)) {
        boolean one = pairs.isFoundBy(k, Pairs.BY_KEYS);
        boolean other = pairs.isFoundBy(k, Pairs.BY_NEARNESS);
        keys += one ? 1 : 0;
        nearness += other ? 1 : 0;
        both += one && other ? 1 : 0;
      }
    }
    return new CaptureCounts(keys, nearness, both);
  }

  /** Found in either way. */
  public double found() {
    return keys + nearness - both;
  }

  /** Found or not. */
  public double total() {
    return Math.max(found(), (keys + 1) * (nearness + 1) / (both + 1) - 1);
  }
}
