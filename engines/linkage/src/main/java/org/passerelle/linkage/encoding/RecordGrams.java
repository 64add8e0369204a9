package org.passerelle.linkage.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * The n-grams of records, each value's worked out once. Threads share what was made of all values.
 */
public final class RecordGrams {
  /** First name and surname count as one where they are encoded, as they do in clear. */
  private static final int NAMES = 64;

  private final List<Trait> traits;

  /** By trait and value; null where nobody asked yet. */
  private final long[][] @Nullable [] byValue;

  /** Of all values. */
  public RecordGrams(Population population) {
    this(population.traits());
    for (int t = 0; t < byValue.length; t++) {
      for (int code = 0; code < byValue[t].length; code++) {
        grams(t, code);
      }
    }
  }

  private RecordGrams(List<Trait> traits) {
    this.traits = traits;
    this.byValue = new long[traits.size()][][];
    for (int t = 0; t < byValue.length; t++) {
      byValue[t] = new long[traits.get(t).values().size()][];
    }
  }

  /** Of the values that are asked for, where some records are looked at; for one thread. */
  public static RecordGrams ofSome(Population population) {
    return new RecordGrams(population.traits());
  }

  private long[] grams(int trait, int code) {
    long[] known = byValue[trait][code];
    if (known == null) {
      Trait of = traits.get(trait);
      String value = of.values().get(code);
      known =
          of.kind() == AttributeKind.ENCODED
              ? Grams.encoded(of.isPartOfName() ? NAMES : trait, value)
              : Grams.of(of.kind(), value);
      byValue[trait][code] = known;
    }
    return known;
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
      n += codes[t] < 0 ? 0 : grams(t, codes[t]).length;
    }
    long[] all = new long[n];
    n = 0;
    for (int t = 0; t < codes.length; t++) {
      if (codes[t] >= 0) {
        long[] grams = grams(t, codes[t]);
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
