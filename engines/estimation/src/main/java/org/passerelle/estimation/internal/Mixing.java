package org.passerelle.estimation.internal;

import java.util.Arrays;

/** Convergence of chains: R̂ and the effective number of draws (Gelman and others 2013, 11). */
public final class Mixing {
  private Mixing() {}

  /** The potential scale reduction over whole chains. */
  public static double rHat(double[][] chains) {
    double between = between(chains);
    double within = within(chains);
    int n = chains[0].length;
    if (within == 0) {
      return between == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    }
    return Math.sqrt(((n - 1) * within / n + between) / within);
  }

  /** Variance of the chains' means. */
  private static double between(double[][] chains) {
    double[] means = Arrays.stream(chains).mapToDouble(Mixing::mean).toArray();
    return variance(means);
  }

  private static double within(double[][] chains) {
    return Arrays.stream(chains).mapToDouble(Mixing::variance).average().orElse(0);
  }

  /** The effective number of independent draws, by Geyer's initial positive sequence. */
  public static double effectiveSize(double[][] chains) {
    int n = chains[0].length;
    int m = chains.length;
    double within = within(chains);
    double total = (n - 1) * within / n + between(chains);
    if (total <= 0) {
      return 0;
    }
    double time = 1;
    for (int lag = 1; lag + 1 < n; lag += 2) {
      double pair =
          2
              - (within - covariance(chains, lag)) / total
              - (within - covariance(chains, lag + 1)) / total;
      if (pair < 0) {
        break;
      }
      time += 2 * pair;
    }
    return Math.min((double) n * m, n * m / time);
  }

  private static double covariance(double[][] chains, int lag) {
    double sum = 0;
    for (double[] chain : chains) {
      double mean = mean(chain);
      double c = 0;
      for (int i = 0; i + lag < chain.length; i++) {
        c += (chain[i] - mean) * (chain[i + lag] - mean);
      }
      sum += c / chain.length;
    }
    return sum / chains.length;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
