package org.passerelle.linkage.internal.candidates;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** How alike two records are that have nothing to do with each other, as a normal distribution. */
public final class RandomPairs {
  private static final int SAMPLE = 300_000;
  final double mean;
  final double deviation;

  /** From random pairs; the upper quantiles, so that neither matches nor a skew lead astray. */
  RandomPairs(BitColumns store, Population population, Measure measure, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sample = new double[SAMPLE];
    int n = 0;
    for (int k = 0; k < SAMPLE; k++) {
      int i = random.nextInt(population.isTwoLists() ? population.left() : population.size());
      int j =
          population.isTwoLists()
              ? random.nextInt(population.left(), population.size())
              : random.nextInt(population.size());
      if (population.isPair(i, j) && store.bitCount(i) > 0 && store.bitCount(j) > 0) {
        sample[n++] = store.similarity(measure, i, j);
      }
    }
    Arrays.sort(sample, 0, n);
    mean = n == 0 ? 0.5 : sample[n / 2];
    double wide = n == 0 ? 0.05 : (sample[(int) (0.9 * n)] - mean) / 1.2816;
    double wider = n == 0 ? 0.05 : (sample[(int) (0.975 * n)] - mean) / 1.96;
    deviation = Math.max(1e-3, Math.max(wide, wider));
  }

  /** The share of random pairs at least so alike. */
  public double above(double similarity) {
    return tail((similarity - mean) / deviation);
  }

  /** The similarity that so small a share of random pairs reaches. */
  double quantile(double share) {
    double low = 0;
    double high = 40;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (tail(middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.min(0.995, mean + high * deviation);
  }

  /** The upper tail of the normal distribution (Abramowitz and Stegun 7.1.26 and its asymptote). */
  private static double tail(double z) {
    if (z < 0) {
      return 1 - tail(-z);
    }
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (z > 4) {
      double square = z * z;
      return density / z * (1 - 1 / square + 3 / (square * square));
    }
    double t = 1 / (1 + 0.2316419 * z);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return density * series;
  }
}
