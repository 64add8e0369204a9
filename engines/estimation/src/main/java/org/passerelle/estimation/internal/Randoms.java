package org.passerelle.estimation.internal;

/**
 * Random draws of one stream: xoshiro256++ (Blackman and Vigna 2019), initialised by a seed and the
 * number of the stream, so that replicate {@code b} is the same whichever thread draws it. Not
 * thread-safe; draws allocate nothing.
 */
public final class Randoms {
  private static final double[] STIRLING_TAIL = new double[16];
  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spare;
  private boolean hasSpare;

  static {
    for (int k = 0; k < STIRLING_TAIL.length; k++) {
      STIRLING_TAIL[k] =
          SpecialFunctions.logGamma(k + 1.0)
              - (0.9189385332046727 + (k + 0.5) * Math.log(k + 1.0) - (k + 1.0));
    }
  }

  public Randoms(long seed, long stream) {
    restart(seed, stream);
  }

  /** Restarts the stream. */
  public void restart(long seed, long stream) {
    long state = mix(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L) ^ mix(~stream);
    s0 = mix(state += 0x9E3779B97F4A7C15L);
    s1 = mix(state += 0x9E3779B97F4A7C15L);
    s2 = mix(state += 0x9E3779B97F4A7C15L);
    s3 = mix(state + 0x9E3779B97F4A7C15L);
    hasSpare = false;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Strictly between 0 and 1. */
  public double uniform() {
    return ((next() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** An integer from 0 to {@code bound − 1}. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        double factor = Math.sqrt(-2 * Math.log(s) / s);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
      }
    }
  }

  /** Gamma of scale 1 (Marsaglia and Tsang 2000); shape at least 1. */
  private double gammaFromOne(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      double u = uniform();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  /** Gamma of scale 1; may underflow to 0 for tiny shapes, where {@link #logGamma} does not. */
  double gamma(double shape) {
    return shape >= 1 ? gammaFromOne(shape) : Math.exp(logGamma(shape));
  }

  /** The logarithm of a gamma variable of scale 1. */
  double logGamma(double shape) {
    return shape >= 1
        ? Math.log(gammaFromOne(shape))
        : Math.log(gammaFromOne(shape + 1)) + Math.log(uniform()) / shape;
  }

  /** Poisson; above 10 by transformed rejection (Hörmann 1993). */
  double poisson(double mean) {
    if (mean < 10) {
      double limit = Math.exp(-mean);
      double product = uniform();
      int k = 0;
      while (product > limit) {
        product *= uniform();
        k++;
      }
      return k;
    }
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = uniform() - 0.5;
      double v = uniform();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      if (Math.log(v * inverseAlpha / (a / (us * us) + b))
          <= k * Math.log(mean) - mean - SpecialFunctions.logGamma(k + 1)) {
        return k;
      }
    }
  }

  /** Binomial; by inversion if the mean is small, otherwise by transformed rejection. */
  public double binomial(double n, double p) {
    if (n <= 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - binomial(n, 1 - p);
    }
    return n * p < 11 ? inversion(n, p) : rejection(n, p);
  }

  private double inversion(double n, double p) {
    double u = uniform();
    // by Bernoulli's inequality zero has at least this probability: usually the answer, at no cost
    if (u <= 1 - n * p) {
      return 0;
    }
    double ratio = p / (1 - p);
    double probability = n == 1 ? 1 - p : Math.exp(n * Math.log1p(-p));
    double k = 0;
    while (u > probability && k < n) {
      u -= probability;
      k++;
      probability *= ratio * (n - k + 1) / k;
    }
    return k;
  }

  private double rejection(double n, double p) {
    double spread = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * spread;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * spread;
    double r = p / (1 - p);
    double m = Math.floor((n + 1) * p);
    while (true) {
      double v = uniform();
      double u = uniform() - 0.5;
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (k < 0 || k > n) {
        continue;
      }
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      double bound =
          (m + 0.5) * Math.log((m + 1) / (r * (n - m + 1)))
              + (n + 1) * Math.log((n - m + 1) / (n - k + 1))
              + (k + 0.5) * Math.log(r * (n - k + 1) / (k + 1))
              + stirlingTail(m)
              + stirlingTail(n - m)
              - stirlingTail(k)
              - stirlingTail(n - k);
      if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return k;
      }
    }
  }

  private static double stirlingTail(double k) {
    if (k < STIRLING_TAIL.length) {
      return STIRLING_TAIL[(int) k];
    }
    double r = 1 / (k + 1);
    double r2 = r * r;
    return r * (1.0 / 12 - r2 * (1.0 / 360 - r2 / 1260));
  }

  /**
   * A multinomial table of {@code n} people over the cells of {@code weights}, written into {@code
   * into}; {@code total} is the sum of the weights.
   */
  public void multinomial(double n, double[] weights, double total, double[] into) {
    double left = n;
    double rest = total;
    for (int i = 0; i < weights.length; i++) {
      double w = weights[i];
      if (w <= 0 || left <= 0) {
        into[i] = 0;
        continue;
      }
      double drawn = w >= rest ? left : binomial(left, w / rest);
      into[i] = drawn;
      left -= drawn;
      rest -= w;
    }
    if (left > 0) {
      // rounding: the remainder belongs to the last cell with a weight
      for (int i = weights.length - 1; i >= 0; i--) {
        if (weights[i] > 0) {
          into[i] += left;
          return;
        }
      }
    }
  }
}
