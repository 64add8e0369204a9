package org.passerelle.linkage.internal;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Distinct vectors of levels, ascending, and how many pairs show each. */
public final class Patterns implements Serializable {
  private static final long serialVersionUID = 1;
  final long[] vectors;
  final double[] counts;

  private Patterns(long[] vectors, double[] counts) {
    this.vectors = vectors;
    this.counts = counts;
  }

  /** Counts vectors, which may stand in any order. */
  public static Patterns of(long[] all) {
    double[] ones = new double[all.length];
    Arrays.fill(ones, 1);
    long[] sorted = all.clone();
    Arrays.sort(sorted);
    return summed(sorted, ones);
  }

  /** The patterns of several parts together; the same whatever the parts are. */
  public static Patterns sum(List<Patterns> parts) {
    LongList vectors = new LongList();
    parts.forEach(
        part -> {
          for (long vector : part.vectors) {
            vectors.add(vector);
          }
        });
    long[] distinct = vectors.distinct();
    double[] counts = new double[distinct.length];
    for (Patterns part : parts) {
      for (int v = 0; v < part.size(); v++) {
        counts[Arrays.binarySearch(distinct, part.vectors[v])] += part.counts[v];
      }
    }
    return new Patterns(distinct, counts);
  }

  private static Patterns summed(long[] sorted, double[] counts) {
    int kept = -1;
    for (int k = 0; k < sorted.length; k++) {
      if (k == 0 || sorted[k] != sorted[kept]) {
        sorted[++kept] = sorted[k];
        counts[kept] = counts[k];
      } else {
        counts[kept] += counts[k];
      }
    }
    return new Patterns(Arrays.copyOf(sorted, kept + 1), Arrays.copyOf(counts, kept + 1));
  }

  int size() {
    return vectors.length;
  }

  /** For each of some vectors, which has to be one of these, its place. */
  int[] places(long[] some) {
    int[] places = new int[some.length];
    for (int k = 0; k < some.length; k++) {
      places[k] = Arrays.binarySearch(vectors, some[k]);
    }
    return places;
  }
}
