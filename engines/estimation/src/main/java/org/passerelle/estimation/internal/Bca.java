package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * Bias-corrected and accelerated bootstrap limits (Efron 1987; DiCiccio and Efron 1996), with a
 * jackknife over people, cell by cell.
 *
 * @param z0 bias correction; infinite if all replicates are on one side
 * @param acceleration the constant a; NaN if a jackknife value is missing
 * @param sorted valid replicates, ascending
 * @param missing number of replicates without an estimate
 */
public record Bca(double z0, double acceleration, double[] sorted, int missing) {
  /** A limit, and whether it is merely the most extreme replicate. */
  public record Limit(double value, boolean pinned) {}

  /**
   * From replicates and jackknife values.
   *
   * @param jackknife the estimate with one person less in the cell; used where weight &gt; 0
   * @param weights number of people in the cell
   */
  public static Bca of(double estimate, double[] replicates, double[] jackknife, double[] weights) {
    double[] sorted = Arrays.stream(replicates).filter(v -> !Double.isNaN(v)).sorted().toArray();
    // on small tables many replicates equal the estimate up to rounding: those are not below it
    double strictly = estimate * (1 - 1e-9);
    long below = Arrays.stream(sorted).filter(v -> v < strictly).count();
    double z0 =
        sorted.length == 0
            ? Double.NaN
            : SpecialFunctions.normalQuantile((double) below / sorted.length);
    return new Bca(z0, acceleration(jackknife, weights), sorted, replicates.length - sorted.length);
  }

  private static double acceleration(double[] jackknife, double[] weights) {
    double n = 0;
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        n += weights[i];
        mean += weights[i] * jackknife[i];
      }
    }
    mean /= n;
    double squares = 0;
    double cubes = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        double r = mean - jackknife[i];
        squares += weights[i] * r * r;
        cubes += weights[i] * r * r * r;
      }
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  /** Whether limits exist. */
  public boolean possible() {
    return Double.isFinite(z0) && Double.isFinite(acceleration) && sorted.length > 1;
  }

  /** The limit at a level, NaN if there is none. */
  public Limit limit(double level) {
    if (!possible()) {
      return new Limit(Double.NaN, false);
    }
    double z = z0 + SpecialFunctions.normalQuantile(level);
    double denominator = 1 - acceleration * z;
    if (denominator <= 0) {
      return new Limit(Double.NaN, false);
    }
    double h = (sorted.length + 1.0 / 3) * SpecialFunctions.normal(z0 + z / denominator) + 1.0 / 3;
    double pinnedBelow = h - 1.0 / 3;
    return new Limit(orderStatistic(sorted, h), pinnedBelow < 1 || pinnedBelow > sorted.length);
  }

  /** The plain quantile of the replicates by the same rule (Hyndman and Fan's type 8). */
  public double quantile(double level) {
    return sorted.length == 0
        ? Double.NaN
        : orderStatistic(sorted, (sorted.length + 1.0 / 3) * level + 1.0 / 3);
  }

  private static double orderStatistic(double[] sorted, double h) {
    double at = Math.min(Math.max(h, 1), sorted.length);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length);
    return sorted[low - 1] + (at - low) * (sorted[high - 1] - sorted[low - 1]);
  }
}
