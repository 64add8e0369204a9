package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * The multinomial profile likelihood of the number of people under a fixed model (Cormack 1992).
 */
public final class Profile {
  /**
   * The maximum, and where the likelihood has fallen by half a χ² quantile; NaN above means
   * unbounded.
   */
  public record Interval(double estimate, double lower, double upper) {}

  private final DenseFit fit;
  private final double[] y;
  private final double n;
  private boolean begun;

  private Profile(DenseFit fit, double[] y, double n) {
    this.fit = fit;
    this.y = y;
    this.n = n;
  }

  /** For a family of subsets; cells with a dead term are left out. */
  public static Interval of(double[] counts, double[] sums, int[] terms, double level) {
    int[] live = Arrays.stream(terms).filter(t -> sums[t] > 0).toArray();
    int[] dead = Arrays.stream(terms).filter(t -> sums[t] <= 0).toArray();
    int[] cells =
        java.util.stream.IntStream.range(0, counts.length)
            .filter(c -> Arrays.stream(dead).noneMatch(d -> (d & ~c) == 0))
            .toArray();
    double[][] rows = new double[cells.length][live.length];
    double[] y = new double[cells.length];
    for (int r = 0; r < cells.length; r++) {
      y[r] = counts[cells[r]];
      for (int i = 0; i < live.length; i++) {
        rows[r][i] = (live[i] & ~cells[r]) == 0 ? 1 : 0;
      }
    }
    return new Profile(new DenseFit(rows), y, sums[0]).interval(level);
  }

  /** The logarithm of the profile likelihood for a number unseen; row 0 is the unseen cell. */
  private double at(double unseen) {
    y[0] = unseen;
    if (!(begun ? fit.polish(y) : fit.fit(y))) {
      begun = false;
      return Double.NaN;
    }
    begun = true;
    double all = n + unseen;
    return -fit.deviance(y) / 2
        + (unseen > 0 ? unseen * Math.log(unseen) : 0)
        + SpecialFunctions.logGamma(all + 1)
        - all * Math.log(all)
        - SpecialFunctions.logGamma(unseen + 1);
  }

  private Interval interval(double level) {
    double low = 0;
    double high = Math.max(1, n / 10);
    double here = at(high / 2);
    for (double there = at(high); there > here; there = at(high)) {
      here = there;
      low = high / 4;
      high *= 2;
      if (high > 1e12) {
        return new Interval(Double.NaN, Double.NaN, Double.NaN);
      }
    }
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = high - ratio * (high - low);
    double b = low + ratio * (high - low);
    double atA = at(a);
    double atB = at(b);
    while (high - low > 1e-6 * (n + low)) {
      if (atA > atB) {
        high = b;
        b = a;
        atB = atA;
        a = high - ratio * (high - low);
        atA = at(a);
      } else {
        low = a;
        a = b;
        atA = atB;
        b = low + ratio * (high - low);
        atB = at(b);
      }
    }
    double best = (low + high) / 2;
    double z = SpecialFunctions.normalQuantile((1 + level) / 2);
    double limit = at(best) - z * z / 2;
    double lower = at(0) > limit ? 0 : crossing(0, best, limit);
    double far = best * 2 + 1;
    while (at(far) > limit && far < 1e12) {
      far *= 2;
    }
    double upper = far < 1e12 ? crossing(far, best, limit) : Double.NaN;
    return new Interval(n + best, n + lower, n + upper);
  }

  private double crossing(double below, double above, double limit) {
    double out = below;
    double in = above;
    while (Math.abs(out - in) > 1e-6 * (n + in)) {
      double middle = (out + in) / 2;
      if (at(middle) > limit) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return (out + in) / 2;
  }
}
