package org.passerelle.linkage.internal;

import java.util.Arrays;

/** For each record, the records it is likeliest to be one person with. */
final class Neighbours {
  /** So many of a record; more than that is a crowd. */
  private static final int MOST = 40;

  private final int[][] of;

  /**
   * @param least weight that counts
   */
  Neighbours(int size, Pairs pairs, float least) {
    int[] count = new int[size];
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= least) {
        count[pairs.left(k)]++;
        count[pairs.right(k)]++;
      }
    }
    long[][] sorted = new long[size][];
    int[] used = new int[size];
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= least) {
        put(sorted, used, count, pairs.left(k), pairs.right(k), pairs.weights[k]);
        put(sorted, used, count, pairs.right(k), pairs.left(k), pairs.weights[k]);
      }
    }
    of = new int[size][];
    for (int i = 0; i < size; i++) {
      of[i] = strongest(sorted[i]);
      sorted[i] = null;
    }
  }

  private static void put(long[][] sorted, int[] used, int[] count, int i, int j, float weight) {
    if (sorted[i] == null) {
      sorted[i] = new long[count[i]];
    }
    // ascending by falling weight: a weight is shifted so that its bits order as it does
    int order = Float.floatToIntBits(1000 - weight);
    sorted[i][used[i]++] = ((long) order << 32) | j;
  }

  private static int[] strongest(long[] entries) {
    if (entries == null) {
      return new int[0];
    }
    Arrays.sort(entries);
    int[] best = new int[Math.min(MOST, entries.length)];
    for (int n = 0; n < best.length; n++) {
      best[n] = (int) entries[n];
    }
    return best;
  }

  /** Pairs that share a neighbour and are not among those known. */
  long[] closing(Population population, Pairs known) {
    LongSet fresh = new LongSet();
    for (int[] near : of) {
      for (int a = 0; a < near.length; a++) {
        for (int b = a + 1; b < near.length; b++) {
          int i = Math.min(near[a], near[b]);
          int j = Math.max(near[a], near[b]);
          if (population.isPair(i, j) && known.find(i, j) < 0) {
            fresh.add(((long) i << 32) | j);
          }
        }
      }
    }
    return fresh.sorted();
  }
}
