package org.passerelle.linkage;

import java.util.List;

/**
 * Pairs of which some were drawn at random and answered.
 *
 * @param pairs how many there are
 * @param same how many of those that were answered are one person
 * @param answered how many were answered
 */
record Stratum(long pairs, int same, int answered) {
  private static final double Z = 1.959964;

  /**
   * The share over all strata. The limits of each stratum are Wilson's (1927), drawn in by what is
   * known of a finite number of pairs; together they give those of the whole (Zou, Huang and Zhang
   * 2009). Where nobody answered of a stratum, its share may be anything.
   */
  static Labels.Share share(List<Stratum> strata, int unsure) {
    double all = strata.stream().mapToDouble(Stratum::pairs).sum();
    double share = 0;
    double below = 0;
    double above = 0;
    int answered = 0;
    for (Stratum of : strata) {
      double weight = of.pairs() / all;
      share += weight * of.share();
      below += Math.pow(weight * (of.share() - of.limit(-1)), 2);
      above += Math.pow(weight * (of.limit(1) - of.share()), 2);
      answered += of.answered();
    }
    return new Labels.Share(
        share,
        Math.max(0, share - Math.sqrt(below)),
        Math.min(1, share + Math.sqrt(above)),
        (long) all,
        answered,
        unsure);
  }

  private double share() {
    return answered == 0 ? 0.5 : same / (double) answered;
  }

  /** The lower limit for -1, the upper for 1. */
  private double limit(int side) {
    if (answered == 0) {
      return side < 0 ? 0 : 1;
    }
    double n = answered;
    double p = share();
    double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double wilson = middle + side * half;
    double left = pairs <= 1 ? 0 : Math.sqrt((pairs - n) / (pairs - 1.0));
    return p + left * (wilson - p);
  }
}
