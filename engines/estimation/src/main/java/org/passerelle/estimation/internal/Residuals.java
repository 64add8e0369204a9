package org.passerelle.estimation.internal;

/**
 * The distance of the fitted means from a table. Reads the workspace of the fit: valid until the
 * next one.
 */
public final class Residuals {
  private final double[] counts;
  private final double[] means;
  private final boolean[] removed;

  Residuals(double[] counts, double[] means, boolean[] removed) {
    this.counts = counts;
    this.means = means;
    this.removed = removed;
  }

  /** 2 Σ [N log(N/μ) − (N − μ)]. */
  public double deviance() {
    double sum = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      if (!removed[cell]) {
        double n = counts[cell];
        sum += (n > 0 ? n * Math.log(n / means[cell]) : 0) - (n - means[cell]);
      }
    }
    return 2 * Math.max(0, sum);
  }

  /** Σ (N − μ)²/μ. */
  public double pearson() {
    double sum = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      if (!removed[cell]) {
        double d = counts[cell] - means[cell];
        sum += d * d / means[cell];
      }
    }
    return sum;
  }

  /** The Poisson log-likelihood of the observed histories. */
  public double logLikelihood() {
    double sum = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      if (!removed[cell]) {
        double n = counts[cell];
        sum +=
            (n > 0 ? n * Math.log(means[cell]) - SpecialFunctions.logGamma(n + 1) : 0)
                - means[cell];
      }
    }
    return sum;
  }
}
