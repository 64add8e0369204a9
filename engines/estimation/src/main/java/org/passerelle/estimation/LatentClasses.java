package org.passerelle.estimation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.estimation.internal.ClassChain;
import org.passerelle.estimation.internal.Mixing;
import org.passerelle.estimation.internal.Replicates;

/** Non-parametric latent classes, ten chains (Manrique-Vallier 2016). */
final class LatentClasses {
  static final double MOST_R_HAT = 1.05;
  private static final double LEAST_EFFECTIVE = 100;
  private static final int CHAINS = 10;
  private static final int BURN_IN = 5000;
  private static final int SAMPLES = 500;
  private static final int THINNING = 40;

  /** With more different histories chains are not extended: it would take minutes. */
  private static final int MOST_HISTORIES = 128;

  private LatentClasses() {}

  static Estimate estimate(CaptureHistories table, Settings settings) {
    return estimate(table, settings, settings.priors().classes(), 1);
  }

  /**
   * Like the usual run, with given classes and length.
   *
   * @param shorter divisor of burn-in and thinning, for a quick result
   */
  static Estimate estimate(CaptureHistories table, Settings settings, int classes, int shorter) {
    Estimate.Draft draft = new Estimate.Draft(table, "lcmcr", settings.level(), System.nanoTime());
    Run run = new Run(table, settings, classes);
    run.sweep(BURN_IN / shorter);
    double[][] chains = run.sample(SAMPLES, Math.max(1, THINNING / shorter));
    int longer = 1;
    boolean affordable =
        Arrays.stream(table.counts()).filter(count -> count > 0).count() <= MOST_HISTORIES;
    if (shorter == 1 && affordable && !mixed(chains) && Mixing.rHat(chains) < 1.3) {
      longer = 4;
      chains = run.sample(SAMPLES, THINNING * longer);
    }
    report(draft, table, settings, chains, run, classes, longer);
    return draft.done();
  }

  private static boolean mixed(double[][] chains) {
    return Mixing.rHat(chains) < MOST_R_HAT && Mixing.effectiveSize(chains) >= LEAST_EFFECTIVE;
  }

  private static void report(
      Estimate.Draft draft,
      CaptureHistories table,
      Settings settings,
      double[][] chains,
      Run run,
      int classes,
      int longer) {
    double[] all = Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
    double n = table.observed();
    double half = (1 - settings.level()) / 2;
    double rHat = Mixing.rHat(chains);
    double redrawn = run.redrawn();
    Map<String, Object> quantiles = new LinkedHashMap<>();
    for (double level : new double[] {.025, .1, .5, .9, .975}) {
      quantiles.put(String.valueOf(level), n + quantile(all, level));
    }
    List<Double> medians =
        Arrays.stream(chains)
            .map(chain -> n + quantile(Arrays.stream(chain).sorted().toArray(), 0.5))
            .toList();
    draft
        .model("K=" + classes, List.of())
        .estimate(n + quantile(all, 0.5))
        .interval(n + quantile(all, half), n + quantile(all, 1 - half))
        .detail("rHat", rHat)
        .detail("effectiveSize", Mixing.effectiveSize(chains))
        .detail("acceptance", 1 / (1 + redrawn))
        .detail("redrawnByTruncation", redrawn)
        .detail("mean", n + Arrays.stream(all).average().orElse(0))
        .detail("quantiles", quantiles)
        .detail("chainMedians", medians)
        .detail("chains", chains.length)
        .detail("sweeps", run.sweeps())
        .detail("classes", classes);
    if (settings.priors().isOwnConcentration()) {
      draft
          .detail("concentrationShape", settings.priors().shape())
          .detail("concentrationRate", settings.priors().rate());
    }
    if (longer > 1) {
      draft.warning("longer-chains", longer);
    }
    if (redrawn > 0.01) {
      draft.warning("draws-cut-off", 100 * redrawn);
    }
    if (!mixed(chains)) {
      draft.none(
          "not-mixed",
          rHat,
          MOST_R_HAT,
          Mixing.effectiveSize(chains),
          LEAST_EFFECTIVE,
          medians.stream().mapToDouble(Double::doubleValue).min().orElse(0),
          medians.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }
  }

  private static double quantile(double[] sorted, double level) {
    double at = level * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  /** The chains of one run. */
  private static final class Run {
    private final ClassChain[] chains = new ClassChain[CHAINS];
    private final int threads;
    private long sweeps;

    Run(CaptureHistories table, Settings settings, int classes) {
      threads = settings.threads();
      double[] counts = table.values();
      Replicates.run(
          CHAINS,
          threads,
          () ->
              c ->
                  chains[c] =
                      new ClassChain(
                          counts,
                          table.size(),
                          classes,
                          settings.priors().shape(),
                          settings.priors().rate(),
                          settings.seed(),
                          c + 1));
    }

    void sweep(int times) {
      sweeps += (long) times * CHAINS;
      Replicates.run(
          CHAINS,
          threads,
          () ->
              c -> {
                for (int i = 0; i < times && !Thread.currentThread().isInterrupted(); i++) {
                  chains[c].sweep();
                }
              });
    }

    double[][] sample(int samples, int thinning) {
      sweeps += (long) samples * thinning * CHAINS;
      double[][] drawn = new double[CHAINS][samples];
      Replicates.run(
          CHAINS,
          threads,
          () ->
              c -> {
                for (int s = 0; s < samples && !Thread.currentThread().isInterrupted(); s++) {
                  for (int i = 0; i < thinning; i++) {
                    chains[c].sweep();
                  }
                  drawn[c][s] = chains[c].unseen();
                }
              });
      return drawn;
    }

    double redrawn() {
      return Arrays.stream(chains).mapToDouble(ClassChain::redrawn).average().orElse(0);
    }

    long sweeps() {
      return sweeps;
    }
  }
}
