package org.passerelle.estimation;

/**
 * Settings of a study. Immutable.
 *
 * @param threshold p-value below which a pair enters the stepwise model
 * @param maxOrder maximum number of lists in an interaction; 0 to choose by the number of lists
 * @param bootstrap bootstrap replicates; 0 for the point estimate alone
 * @param seed seed of all random draws
 * @param level level of the intervals, such as 0.95
 * @param threads number of threads; the result does not depend on it
 * @param priors prior parameters of the Bayesian methods
 */
public record Settings(
    double threshold,
    int maxOrder,
    int bootstrap,
    long seed,
    double level,
    int threads,
    Priors priors) {
  public Settings {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "The threshold is %s. Maybe it should be between 0 and 1.".formatted(threshold));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "The level is %s. Maybe it should be between 0 and 1, such as 0.95.".formatted(level));
    }
    if (bootstrap < 0 || bootstrap > 1_000_000) {
      throw new IllegalArgumentException(
          "The bootstrap has %d replicates. Maybe use 1000, and at most 1,000,000."
              .formatted(bootstrap));
    }
    if (maxOrder < 0 || maxOrder > 8) {
      throw new IllegalArgumentException(
          "The order is %d. Maybe it should be 1 to 8.".formatted(maxOrder));
    }
  }

  /** Threshold 0.02, 1,000 replicates, 95 %, all cores, seed 1. */
  public static Settings usual() {
    return new Settings(
        0.02, 0, 1000, 1, 0.95, Runtime.getRuntime().availableProcessors(), Priors.USUAL);
  }

  public Settings withThreshold(double value) {
    return new Settings(value, maxOrder, bootstrap, seed, level, threads, priors);
  }

  public Settings withMaxOrder(int value) {
    return new Settings(threshold, value, bootstrap, seed, level, threads, priors);
  }

  public Settings withBootstrap(int value) {
    return new Settings(threshold, maxOrder, value, seed, level, threads, priors);
  }

  public Settings withSeed(long value) {
    return new Settings(threshold, maxOrder, bootstrap, value, level, threads, priors);
  }

  public Settings withLevel(double value) {
    return new Settings(threshold, maxOrder, bootstrap, seed, value, threads, priors);
  }

  public Settings withThreads(int value) {
    return new Settings(threshold, maxOrder, bootstrap, seed, level, value, priors);
  }

  public Settings withPriors(Priors value) {
    return new Settings(threshold, maxOrder, bootstrap, seed, level, threads, value);
  }
}
