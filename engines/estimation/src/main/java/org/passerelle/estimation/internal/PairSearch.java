package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * Stepwise selection of pairs by one-sided Poisson p-values (Chan, Silverman and Vincent 2021):
 * forward only; a pair enters if its p-value is the smallest and below the threshold, and the model
 * with it has an extended estimate. P-values are computed first, and existence is checked only for
 * the pair about to enter; the result is the same.
 *
 * <p>A workspace for one thread; a run allocates nothing except for existence checks not cached
 * yet.
 */
public final class PairSearch {
  /** Squared Newton decrement at which the last step is taken. */
  public static final double EXACT = 1e-17;

  public static final double REPLICATE = 1e-10;

  private final int lists;
  private final int size;
  private final double threshold;
  private final int[] pairs;
  private final int[] terms;
  private final boolean[] in;
  private final double[] tail;
  private final double[] start;
  private final double[] sums;
  private final PoissonFit fit;
  private final Existence existence;
  private int p;
  private int refused;
  private final int[] refusedPairs;

  public PairSearch(int lists, double threshold) {
    this.lists = lists;
    this.threshold = threshold;
    size = 1 << lists;
    pairs = pairs(lists);
    int most = 1 + lists + pairs.length;
    terms = new int[most];
    for (int j = 0; j < lists; j++) {
      terms[j + 1] = 1 << j;
    }
    in = new boolean[pairs.length];
    tail = new double[pairs.length];
    refusedPairs = new int[pairs.length];
    start = new double[most];
    sums = new double[size];
    fit = new PoissonFit(lists, most);
    existence = new Existence(lists);
  }

  /** All pairs of lists as masks: (1,2), (1,3), …, (2,3), … */
  public static int[] pairs(int lists) {
    int[] pairs = new int[lists * (lists - 1) / 2];
    int k = 0;
    for (int i = 0; i < lists; i++) {
      for (int j = i + 1; j < lists; j++) {
        pairs[k++] = (1 << i) | (1 << j);
      }
    }
    return pairs;
  }

  /**
   * Searches and fits.
   *
   * @return the estimated number of people, or NaN if not even independence has an estimate
   */
  public double run(double[] counts, double tolerance) {
    System.arraycopy(counts, 0, sums, 0, size);
    sums[0] = 0;
    Lattice.supersetSums(sums, lists);
    Arrays.fill(in, false);
    refused = 0;
    p = 1 + lists;
    if (existence.code(counts, sums, terms, p) != Existence.FINE) {
      return Double.NaN;
    }
    if (threshold >= 1) {
      System.arraycopy(pairs, 0, terms, p, pairs.length);
      if (existence.code(counts, sums, terms, p + pairs.length) == Existence.FINE) {
        p += pairs.length;
        return fit.fit(counts, sums, terms, p, null, tolerance)
            ? sums[0] + fit.unseen()
            : Double.NaN;
      }
    }
    boolean fitted = fit.fit(counts, sums, terms, p, null, tolerance);
    while (fitted) {
      int next = next(counts);
      if (next < 0) {
        return sums[0] + fit.unseen();
      }
      in[next] = true;
      fit.startValues(start);
      start[p] = 0;
      terms[p++] = pairs[next];
      fitted = fit.fit(counts, sums, terms, p, start, tolerance);
    }
    return Double.NaN;
  }

  /** The pair to enter, or −1. */
  private int next(double[] counts) {
    for (int k = 0; k < pairs.length; k++) {
      if (in[k]) {
        tail[k] = 1;
        continue;
      }
      double mean = fit.fittedMargin(pairs[k]);
      double seen = sums[pairs[k]];
      // a margin within one standard deviation of its expectation cannot be below 0.05
      boolean near = threshold <= 0.05 && mean > 9 && Math.abs(seen - mean) < Math.sqrt(mean) - 1;
      tail[k] =
          near
              ? 1
              : Math.min(
                  SpecialFunctions.poissonAtMost(seen, mean),
                  SpecialFunctions.poissonAtLeast(seen, mean));
    }
    while (true) {
      int best = 0;
      for (int k = 1; k < tail.length; k++) {
        if (tail[k] < tail[best]) {
          best = k;
        }
      }
      if (tail[best] >= threshold) {
        return -1;
      }
      terms[p] = pairs[best];
      if (existence.code(counts, sums, terms, p + 1) == Existence.FINE) {
        return best;
      }
      remember(pairs[best]);
      tail[best] = 1;
    }
  }

  private void remember(int pair) {
    for (int i = 0; i < refused; i++) {
      if (refusedPairs[i] == pair) {
        return;
      }
    }
    refusedPairs[refused++] = pair;
  }

  /** The terms of the last run, in order of selection. */
  public int[] terms() {
    return Arrays.copyOf(terms, p);
  }

  /** Pairs that the last run selected but had to refuse. */
  public int[] refusedPairs() {
    return Arrays.copyOf(refusedPairs, refused);
  }

  public PoissonFit fit() {
    return fit;
  }

  /** Superset sums of the last table. */
  public double[] sums() {
    return sums;
  }
}
