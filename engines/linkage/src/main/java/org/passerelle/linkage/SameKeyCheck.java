package org.passerelle.linkage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.kernel.BitColumns;

/**
 * Whether two encoded lists can have been made with one key, whatever their first lines say: under
 * one key the same bits are frequent in both, and frequent values are the same. Nothing but what
 * the files show is used.
 */
final class SameKeyCheck {
  /** Correlation of two lists' bits that is due to chance, at the most: four of its deviations. */
  private static final double CHANCE = 4 / Math.sqrt(BitColumns.BITS);

  /** What two lists of one key would show, at the least, for its absence to tell something. */
  private static final double TELLING = 0.35;

  /** Share of the records whose value another record has as well, for the same. */
  private static final double REPEATED = 0.5;

  private static final int FEWEST = 20;

  /** Records of a list that are looked at. */
  private static final int MOST = 4_000;

  private SameKeyCheck() {}

  /** Of whole records; those of the right list follow those of the left. */
  static boolean isLikely(BitColumns store, int left) {
    int right = store.size() - left;
    if (left < FEWEST || right < FEWEST) {
      return true;
    }
    double expected = Math.sqrt(steady(store, 0, left) * steady(store, left, store.size()));
    double found = correlation(shares(store, 0, left, 1), shares(store, left, store.size(), 1));
    return expected < TELLING || found > CHANCE;
  }

  /** How far the frequencies of bits are more than chance, from the two halves of a list. */
  private static double steady(BitColumns store, int from, int to) {
    double half = correlation(shares(store, from, to, 2), shares(store, from + 1, to, 2));
    return half <= 0 ? 0 : 2 * half / (1 + half);
  }

  private static double[] shares(BitColumns store, int from, int to, int step) {
    double[] shares = new double[BitColumns.BITS];
    int[] words = new int[BitColumns.WORDS];
    int stride = step * (1 + (to - from) / (step * MOST));
    for (int i = from; i < to; i += stride) {
      store.copy(i, words);
      for (int b = 0; b < shares.length; b++) {
        shares[b] += words[b / 32] >>> (b % 32) & 1;
      }
    }
    return shares;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double both = 0;
    double ownA = 0;
    double ownB = 0;
    for (int k = 0; k < a.length; k++) {
      both += (a[k] - meanA) * (b[k] - meanB);
      ownA += (a[k] - meanA) * (a[k] - meanA);
      ownB += (b[k] - meanB) * (b[k] - meanB);
    }
    return ownA == 0 || ownB == 0 ? 0 : both / Math.sqrt(ownA * ownB);
  }

  /** Of attributes: no value in common, although values are shared within each list. */
  static boolean isLikely(Population population) {
    boolean telling = false;
    for (Trait trait : population.traits()) {
      Set<Integer> left = new HashSet<>();
      Set<Integer> right = new HashSet<>();
      int of = 0;
      for (int i = 0; i < population.size(); i++) {
        int code = trait.codes()[i];
        if (code >= 0) {
          (i < population.left() ? left : right).add(code);
          of += i < population.left() ? 1 : 0;
        }
      }
      int others = population.size() - population.left();
      telling |= of >= FEWEST && others >= FEWEST && left.size() < REPEATED * of;
      left.retainAll(right);
      if (!left.isEmpty()) {
        return true;
      }
    }
    return !telling;
  }

  static BadRecords refused(PersonTable left, PersonTable right) {
    return new BadRecords(
        "%s and %s name one key, but their encodings have nothing in common: they were made with different keys. Maybe the first line of one was edited; ask for the file anew."
            .formatted(left.name(), right.name()));
  }
}
