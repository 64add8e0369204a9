package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * How often each level occurs among all pairs, matches included: from random pairs, and for equal
 * values exactly, from their frequencies.
 */
public final class Agreements implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SAMPLE = 500_000;

  /** By trait and level, as numbers of pairs of the whole population. */
  public final double[][] totals;

  /** Pairs that one sampled pair stands for. */
  final double scale;

  /** The sampled pairs. */
  final Patterns sample;

  private Agreements(double[][] totals, double scale, Patterns sample) {
    this.totals = totals;
    this.scale = scale;
    this.sample = sample;
  }

  public static Agreements of(PairLevels levels, long seed) {
    Population population = levels.population();
    int traits = population.traits().size();
    double[][] totals = new double[traits][16];
    double pairs = population.pairs();
    LongList vectors = new LongList();
    if (pairs <= SAMPLE) {
      all(levels, vectors);
    } else {
      random(levels, vectors, seed);
    }
    Patterns sample = Patterns.of(vectors.toArray());
    for (int v = 0; v < sample.size(); v++) {
      for (int t = 0; t < traits; t++) {
        totals[t][PairLevels.level(sample.vectors[v], t)] += sample.counts[v];
      }
    }
    long sampled = vectors.size();
    double scale = pairs / Math.max(1, sampled);
    for (int t = 0; t < traits; t++) {
      int top = levels.comparison(t).levels().size() - 1;
      int equal = levels.comparison(t).same();
      for (int l = 0; l <= top; l++) {
        totals[t][l] *= scale;
      }
      if (scale > 1) {
        totals[t][equal] = Math.max(equalPairs(population, t), 0);
      }
    }
    return new Agreements(totals, scale, sample);
  }

  /** There are no fewer pairs of a level than some of all pairs show. */
  void atLeast(Patterns some) {
    for (int t = 0; t < totals.length; t++) {
      double[] counts = new double[16];
      for (int v = 0; v < some.size(); v++) {
        counts[PairLevels.level(some.vectors[v], t)] += some.counts[v];
      }
      for (int l = 0; l < PairLevels.MISSING; l++) {
        totals[t][l] = Math.max(totals[t][l], counts[l]);
      }
    }
  }

  private static void all(PairLevels levels, LongList vectors) {
    Population population = levels.population();
    for (int i = 0; i < population.size(); i++) {
      for (int j = Math.max(i + 1, population.isTwoLists() ? population.left() : 0);
          j < population.size();
          j++) {
        if (population.isPair(i, j)) {
          vectors.add(levels.vector(i, j));
        }
      }
    }
  }

  private static void random(PairLevels levels, LongList vectors, long seed) {
    Population population = levels.population();
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < SAMPLE; n++) {
      int i = random.nextInt(population.isTwoLists() ? population.left() : population.size());
      int j = i;
      while (!population.isPair(i, j)) {
        j =
            population.isTwoLists()
                ? random.nextInt(population.left(), population.size())
                : random.nextInt(population.size());
      }
      vectors.add(levels.vector(Math.min(i, j), Math.max(i, j)));
    }
  }

  private static double equalPairs(Population population, int trait) {
    Trait one = population.traits().get(trait);
    long[] left = new long[one.values().size()];
    long[] right = new long[one.values().size()];
    for (int i = 0; i < population.size(); i++) {
      int code = one.codes()[i];
      if (code >= 0) {
        (i < population.left() ? left : right)[code]++;
      }
    }
    double pairs = 0;
    for (int v = 0; v < left.length; v++) {
      pairs +=
          population.isTwoLists() ? (double) left[v] * right[v] : left[v] * (left[v] - 1.0) / 2;
    }
    return pairs;
  }
}
