package org.passerelle.network.measure;

import java.util.HashMap;
import java.util.Map;

/** Agreement of two groupings of the same vertices. */
public final class Agreement {
  private Agreement() {}

  /**
   * The adjusted Rand index (Hubert and Arabie 1985): 1 for equal groupings, 0 for chance
   * agreement.
   */
  public static double adjustedRand(int[] a, int[] b) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, Integer> second = new HashMap<>();
    for (int v = 0; v < a.length; v++) {
      both.merge((long) a[v] * a.length + b[v], 1, Integer::sum);
      first.merge(a[v], 1, Integer::sum);
      second.merge(b[v], 1, Integer::sum);
    }
    double together = pairs(both);
    double inA = pairs(first);
    double inB = pairs(second);
    double all = a.length * (a.length - 1.0) / 2;
    double expected = all == 0 ? 0 : inA * inB / all;
    double most = (inA + inB) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(c -> c * (c - 1.0) / 2).sum();
  }
}
