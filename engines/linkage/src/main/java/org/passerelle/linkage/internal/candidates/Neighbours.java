package org.passerelle.linkage.internal.candidates;

import java.util.Arrays;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;

/** For each record, the records it is likeliest to be one person with. */
public final class Neighbours {
  /** Log-odds, in nats, from which on a record is a neighbour. */
  public static final float LEAST = -2;

  /** So many of a record; more than that is a crowd. */
  private static final int MOST = 40;

  private static final long[] NONE = {};

  /** By record, its neighbours as {@link #entry} makes them. */
  private final long[][] of;

  public Neighbours(int size, Pairs pairs) {
    int[] count = new int[size];
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= LEAST) {
        count[pairs.left(k)]++;
        count[pairs.right(k)]++;
      }
    }
    of = new long[size][];
    int[] used = new int[size];
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= LEAST) {
        put(used, count, pairs.left(k), pairs.right(k), pairs.weights[k]);
        put(used, count, pairs.right(k), pairs.left(k), pairs.weights[k]);
      }
    }
  }

  private void put(int[] used, int[] count, int i, int j, float weight) {
    if (of[i] == null) {
      of[i] = new long[count[i]];
    }
    of[i][used[i]++] = entry(j, weight);
  }

  /** A neighbour of some weight, at most 1000; ascending by falling weight. */
  public static long entry(int neighbour, float weight) {
    // what is positive orders as its bits do
    return ((long) Float.floatToIntBits(1000 - weight) << 32) | neighbour;
  }

  /** Pairs that share a neighbour and are not among those known. */
  public long[] closing(Population population, Pairs known) {
    LongSet fresh = new LongSet();
    for (int i = 0; i < of.length; i++) {
      closing(
          population,
          of[i] == null ? NONE : of[i],
          pair -> {
            if (!known.contains(pair)) {
              fresh.add(pair);
            }
          });
      of[i] = NONE;
    }
    return fresh.sorted();
  }

  /** The pairs of one record's likeliest neighbours. */
  public static void closing(Population population, long[] entries, Blocks.PairSink into) {
    Arrays.sort(entries);
    int near = Math.min(MOST, entries.length);
    for (int a = 0; a < near; a++) {
      for (int b = a + 1; b < near; b++) {
        if (population.isPair((int) entries[a], (int) entries[b])) {
          into.add(Pairs.key((int) entries[a], (int) entries[b]));
        }
      }
    }
  }
}
