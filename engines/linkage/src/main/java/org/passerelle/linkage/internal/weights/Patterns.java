package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.passerelle.linkage.internal.comparison.LongList;

/** Distinct vectors of levels, ascending, and how many pairs show each. */
public final class Patterns implements Serializable {
  private static final long serialVersionUID = 1;
  public final long[] vectors;
  public final double[] counts;

  private Patterns(long[] vectors, double[] counts) {
    this.vectors = vectors;
    this.counts = counts;
  }

  /** Counts vectors, which may stand in any order. */
  public static Patterns of(long[] all) {
    long[] sorted = all.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int k = 0; k < sorted.length; k++) {
      distinct += k == 0 || sorted[k] != sorted[k - 1] ? 1 : 0;
    }
    long[] vectors = new long[distinct];
    double[] counts = new double[distinct];
    int at = -1;
    for (int k = 0; k < sorted.length; k++) {
      if (k == 0 || sorted[k] != sorted[k - 1]) {
        vectors[++at] = sorted[k];
      }
      counts[at]++;
    }
    return new Patterns(vectors, counts);
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

  public int size() {
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
