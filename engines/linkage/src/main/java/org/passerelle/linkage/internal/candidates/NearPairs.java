package org.passerelle.linkage.internal.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.kernel.AllPairs;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.HammingTables;
import org.passerelle.linkage.kernel.Measure;

/**
 * The nearest pairs of encodings: everybody with everybody up to {@value #ALL} records, by tables
 * beyond. The threshold is where as many random pairs are left as the budget allows.
 */
public final class NearPairs {
  public static final int ALL = 300_000;
  private static final int TABLES = 48;
  private final BitColumns store;
  private final Population population;
  private final Measure measure;
  private final RandomPairs random;
  private final double threshold;
  private final long seed;
  private final int threads;

  public NearPairs(
      BitColumns store,
      Population population,
      Measure measure,
      double perRecord,
      long seed,
      int threads) {
    this.store = store;
    this.population = population;
    this.measure = measure;
    this.random = new RandomPairs(store, population, measure, seed);
    double share = Math.min(0.05, perRecord * population.size() / population.pairs());
    this.threshold = Math.max(0.01, random.quantile(share));
    this.seed = seed;
    this.threads = threads;
  }

  public RandomPairs random() {
    return random;
  }

  public double threshold() {
    return threshold;
  }

  /** The probability that a pair of a similarity is among those found. */
  public double found(double similarity) {
    return population.size() <= ALL ? 1 : tables().found(similarity);
  }

  private HammingTables tables() {
    int bits = Math.min(30, 64 - Long.numberOfLeadingZeros(population.size()) + 1);
    return new HammingTables(TABLES, bits, seed);
  }

  /** Adds the pairs to a set, as they are found. */
  public void collect(LongSet into, DoubleConsumer share) {
    if (population.size() > ALL) {
      tables()
          .each(
              store,
              (i, j, s) -> {
                if (s >= threshold && population.isPair(i, j)) {
                  into.add(((long) Math.min(i, j) << 32) | Math.max(i, j));
                }
              },
              measure,
              share);
      return;
    }
    List<LongList> found = new ArrayList<>();
    ThreadLocal<LongList> own =
        ThreadLocal.withInitial(
            () -> {
              LongList list = new LongList();
              synchronized (found) {
                found.add(list);
              }
              return list;
            });
    AllPairs all = new AllPairs(measure, threshold, threads);
    all.within(
        store,
        (i, j, s) -> {
          if (population.isPair(i, j)) {
            own.get().add(((long) i << 32) | j);
          }
        },
        share);
    for (LongList list : found) {
      for (int k = 0; k < list.size(); k++) {
        into.add(list.get(k));
      }
    }
  }
}
