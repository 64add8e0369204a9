package org.passerelle.linkage.internal;

import java.util.HashMap;
import java.util.Map;

/** Distinct vectors of levels, and how many pairs show each. */
final class Patterns {
  final long[] vectors;
  final double[] counts;

  /** By pair, the place of its vector; empty where nobody asks. */
  final int[] of;

  private Patterns(long[] vectors, double[] counts, int[] of) {
    this.vectors = vectors;
    this.counts = counts;
    this.of = of;
  }

  static Patterns of(long[] all) {
    Map<Long, Integer> places = new HashMap<>();
    int[] of = new int[all.length];
    LongList vectors = new LongList();
    for (int k = 0; k < all.length; k++) {
      Integer known = places.putIfAbsent(all[k], vectors.size());
      if (known == null) {
        of[k] = vectors.size();
        vectors.add(all[k]);
      } else {
        of[k] = known;
      }
    }
    long[] distinct = new long[vectors.size()];
    for (int v = 0; v < distinct.length; v++) {
      distinct[v] = vectors.get(v);
    }
    double[] counts = new double[distinct.length];
    for (int place : of) {
      counts[place]++;
    }
    return new Patterns(distinct, counts, of);
  }

  int size() {
    return vectors.length;
  }
}
