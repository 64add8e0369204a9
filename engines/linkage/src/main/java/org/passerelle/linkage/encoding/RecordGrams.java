package org.passerelle.linkage.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.passerelle.linkage.internal.Population;
import org.passerelle.linkage.internal.Trait;

/** The n-grams of records, each value's worked out once. Threads share it. */
public final class RecordGrams {
  private final List<Trait> traits;
  private final long[][][] byValue;

  public RecordGrams(Population population) {
    traits = population.traits();
    byValue = new long[traits.size()][][];
    for (int t = 0; t < byValue.length; t++) {
      Trait trait = traits.get(t);
      byValue[t] =
          trait.values().stream().map(v -> Grams.of(trait.kind(), v)).toArray(long[][]::new);
    }
  }

  /** The distinct n-grams of a record, ascending; none of one that has no value at all. */
  public long[] of(int record) {
    int[] codes = new int[byValue.length];
    for (int t = 0; t < codes.length; t++) {
      codes[t] = traits.get(t).codes()[record];
    }
    return union(codes);
  }

  /** As {@link #of}, of a false record that takes each attribute from another true one. */
  public long[] invented(int records, RandomGenerator random) {
    int[] codes = new int[byValue.length];
    for (int t = 0; t < codes.length; t++) {
      codes[t] = traits.get(t).codes()[random.nextInt(records)];
    }
    return union(codes);
  }

  private long[] union(int[] codes) {
    int n = 0;
    for (int t = 0; t < codes.length; t++) {
      n += codes[t] < 0 ? 0 : byValue[t][codes[t]].length;
    }
    long[] all = new long[n];
    n = 0;
    for (int t = 0; t < codes.length; t++) {
      if (codes[t] >= 0) {
        long[] grams = byValue[t][codes[t]];
        System.arraycopy(grams, 0, all, n, grams.length);
        n += grams.length;
      }
    }
    Arrays.sort(all);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return kept == n ? all : Arrays.copyOf(all, kept);
  }
}
