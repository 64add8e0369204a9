package org.passerelle.linkage.internal.quality;

import java.util.List;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.groups.Groups;
import org.passerelle.linkage.internal.weights.FellegiSunter;

/**
 * What comparing gave.
 *
 * @param pairs those that are not certainly two persons
 * @param met the share of the likely matches that were candidates at all
 * @param hidden what those that were found tell of those that were not
 * @param report what a careful reader should know of the candidates
 */
public record ComparisonResult(
    Pairs pairs,
    FellegiSunter model,
    double met,
    HeterogeneousRecall.Estimate hidden,
    List<String> report) {
  /** Nats below which a pair is of two persons whatever comes; such pairs would fill memory. */
  public static final double LEAST = -8;

  private static final int LARGEST_GROUP = 50;

  /**
   * The share of likely matches that were found by themselves: of the pairs within a group that a
   * third record connects, how many. A record that nothing finds is in no group, so that it is an
   * upper bound where records are poor.
   */
  double byThemselves(int[] groups) {
    double connected = 1;
    double both = 1;
    for (int[] members : Groups.members(groups)) {
      for (int a = 0; a < members.length; a++) {
        for (int c = a + 1; c < members.length && members.length <= LARGEST_GROUP; c++) {
          if (isConnected(members, a, c)) {
            connected++;
            both += isByItself(Pairs.key(members[a], members[c])) ? 1 : 0;
          }
        }
      }
    }
    return Math.min(met, both / connected);
  }

  private boolean isConnected(int[] members, int a, int c) {
    for (int b = 0; b < members.length; b++) {
      if (b != a
          && b != c
          && isByItself(Pairs.key(members[a], members[b]))
          && isByItself(Pairs.key(members[b], members[c]))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pair was found by itself, and not over a third record. */
  boolean isByItself(long pair) {
    int k = pairs.find((int) (pair >>> 32), (int) pair);
    return k >= 0 && pairs.ways[k] != 0;
  }
}
