package org.passerelle.estimation.internal;

/** Gamma, error and normal functions in double precision (Abramowitz and Stegun 6, 7, 26). */
public final class SpecialFunctions {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private static final double TEMME_FROM = 1e5;

  private SpecialFunctions() {}

  /** log Γ(x), x > 0; Stirling's series, for small x after the recurrence. */
  public static double logGamma(double x) {
    if (x < 10) {
      double product = 1;
      while (x < 10) {
        product *= x;
        x += 1;
      }
      return stirling(x) - Math.log(product);
    }
    return stirling(x);
  }

  private static double stirling(double x) {
    double r = 1 / x;
    double r2 = r * r;
    double tail =
        r
            * (1.0 / 12
                - r2
                    * (1.0 / 360
                        - r2
                            * (1.0 / 1260
                                - r2 * (1.0 / 1680 - r2 * (1.0 / 1188 - r2 * (691.0 / 360360))))));
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + tail;
  }

  /** The probability that a Poisson variable of mean {@code mean} is at most {@code k}. */
  public static double poissonAtMost(double k, double mean) {
    if (k < 0) {
      return 0;
    }
    if (mean <= 0) {
      return 1;
    }
    return k == 0 ? Math.exp(-mean) : upperGamma(k + 1, mean);
  }

  /** The probability that a Poisson variable of mean {@code mean} is at least {@code k}. */
  public static double poissonAtLeast(double k, double mean) {
    if (k <= 0) {
      return 1;
    }
    return mean <= 0 ? 0 : lowerGamma(k, mean);
  }

  /** P(a, x), the regularised lower incomplete gamma function. */
  static double lowerGamma(double a, double x) {
    if (a > TEMME_FROM) {
      return temme(a, x, false);
    }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
  }

  /** Q(a, x) = 1 − P(a, x), accurate for small values. */
  static double upperGamma(double a, double x) {
    if (a > TEMME_FROM) {
      return temme(a, x, true);
    }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (double n = a + 1; term > sum * 1e-17; n++) {
      term *= x / n;
      sum += term;
    }
    return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
  }

  /** Lentz's evaluation of the continued fraction 6.5.31. */
  private static double fraction(double a, double x) {
    double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 100_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = an * d + b;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = b + an / c;
      c = Math.abs(c) < tiny ? tiny : c;
      double factor = d * c;
      h *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return h * Math.exp(-x + a * Math.log(x) - logGamma(a));
  }

  /** Uniform expansion for large a (Temme 1979), first correction. */
  private static double temme(double a, double x, boolean upper) {
    double mu = (x - a) / a;
    double eta = Math.signum(mu) * Math.sqrt(2 * Math.max(0, mu - Math.log1p(mu)));
    if (Math.abs(mu) < 1e-4) {
      eta = mu * (1 - mu / 3 + 7 * mu * mu / 36);
    }
    double c0 = Math.abs(eta) < 1e-3 ? -1.0 / 3 + eta / 12 : 1 / mu - 1 / eta;
    double rest = Math.exp(-a * eta * eta / 2) / Math.sqrt(2 * Math.PI * a) * c0;
    double z = eta * Math.sqrt(a / 2);
    double value = upper ? erfc(z) / 2 + rest : erfc(-z) / 2 - rest;
    return Math.min(1, Math.max(0, value));
  }

  static double erfc(double x) {
    double square = x * x;
    if (square == 0) {
      return 1;
    }
    if (x < 0) {
      return 2 - erfc(-x);
    }
    return square < 1.5 ? 1 - series(0.5, square) : fraction(0.5, square);
  }

  /** Φ(x). */
  public static double normal(double x) {
    return erfc(-x / Math.sqrt(2)) / 2;
  }

  /** Φ⁻¹(p): a rational start refined by Halley's steps; ±∞ at 0 and 1. */
  public static double normalQuantile(double p) {
    if (p <= 0 || p >= 1) {
      return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (p > 0.5) {
      return -normalQuantile(1 - p);
    }
    double s = Math.sqrt(-2 * Math.log(p));
    // Abramowitz and Stegun 26.2.23
    double x =
        -(s
            - (2.515517 + s * (0.802853 + s * 0.010328))
                / (1 + s * (1.432788 + s * (0.189269 + s * 0.001308))));
    for (int i = 0; i < 3; i++) {
      double error = (normal(x) - p) * Math.sqrt(2 * Math.PI) * Math.exp(x * x / 2);
      x -= error / (1 + x * error / 2);
    }
    return x;
  }
}
