package org.passerelle.estimation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.estimation.internal.Bca;
import org.passerelle.estimation.internal.Existence;
import org.passerelle.estimation.internal.PairSearch;
import org.passerelle.estimation.internal.PoissonFit;
import org.passerelle.estimation.internal.Randoms;
import org.passerelle.estimation.internal.Replicates;
import org.passerelle.estimation.internal.SpecialFunctions;

/**
 * Stepwise selection with a bootstrap that repeats the selection (Chan, Silverman and Vincent
 * 2021).
 */
final class Stepwise {
  private static final double[] LEVELS = {.025, .05, .1, .16, .84, .9, .95, .975};

  private Stepwise() {}

  static Estimate estimate(CaptureHistories table, Settings settings) {
    Estimate.Draft draft =
        new Estimate.Draft(table, "stepwise", settings.level(), System.nanoTime());
    double[] counts = table.values();
    double threshold = settings.maxOrder() == 1 ? 0 : settings.threshold();
    PairSearch search = new PairSearch(table.size(), threshold);
    double estimate = search.run(counts, PairSearch.EXACT);
    if (Double.isNaN(estimate)) {
      int code =
          new Existence(table.size())
              .code(counts, search.sums(), search.terms(), search.terms().length);
      return draft
          .refused(Model.ofTerms(table.size(), search.terms()).name(), code)
          .none("not-even-independence")
          .done();
    }
    Model model = Model.ofTerms(table.size(), search.terms());
    describe(draft, table, model, search.fit(), counts, search.sums(), settings);
    for (int pair : search.refusedPairs()) {
      Model wanted = Model.with(table.size(), plus(model, pair));
      int code =
          new Existence(table.size())
              .code(counts, search.sums(), wanted.terms(), wanted.terms().length);
      draft.refused(wanted.name(), code == 0 ? 1 : code);
    }
    if (settings.bootstrap() > 0) {
      bootstrap(draft, counts, estimate, table, threshold, settings);
    }
    return draft.done();
  }

  private static List<Integer> plus(Model model, int pair) {
    List<Integer> all = new java.util.ArrayList<>(model.interactions());
    all.add(pair);
    return all;
  }

  /** Adds a fit to a result: estimate, criteria, parameters at −∞, conditional interval. */
  static void describe(
      Estimate.Draft draft,
      CaptureHistories table,
      Model model,
      PoissonFit fit,
      double[] counts,
      double[] sums,
      Settings settings) {
    int p = model.terms().length;
    double logLikelihood = fit.residuals(counts).logLikelihood();
    double n = table.observed();
    draft
        .estimate(n + fit.unseen())
        .model(model.name(), model.interactions(table.lists()))
        .fit(
            2 * p - 2 * logLikelihood,
            p * Math.log(n) - 2 * logLikelihood,
            fit.residuals(counts).deviance(),
            fit.cells() - fit.liveParameters());
    draft.detail("pearson", fit.residuals(counts).pearson());
    double[] parameters = new double[p];
    fit.parameters(parameters);
    Map<String, Object> coefficients = new LinkedHashMap<>();
    List<String> minusInfinity = new java.util.ArrayList<>();
    int[] terms = model.terms();
    for (int i = 0; i < p; i++) {
      String name = i == 0 ? "intercept" : Model.named(terms[i], table.lists(), ":");
      if (Double.isInfinite(parameters[i])) {
        minusInfinity.add(name);
      } else {
        coefficients.put(name, parameters[i]);
      }
    }
    draft.detail("coefficients", coefficients).detail("minusInfinity", minusInfinity);
    double variance = fit.interceptVariance();
    double z = -SpecialFunctions.normalQuantile((1 - settings.level()) / 2);
    if (variance >= 0) {
      double alpha = parameters[0];
      draft.detail(
          "wald",
          List.of(
              n + Math.exp(alpha - z * Math.sqrt(variance)),
              n + Math.exp(alpha + z * Math.sqrt(variance))));
      draft.detail("standardError", Math.sqrt(Math.exp(alpha) + Math.exp(2 * alpha) * variance));
    }
  }

  private static void bootstrap(
      Estimate.Draft draft,
      double[] counts,
      double estimate,
      CaptureHistories table,
      double threshold,
      Settings settings) {
    double n = table.observed();
    double[] replicates = new double[settings.bootstrap()];
    Replicates.run(
        replicates.length,
        settings.threads(),
        () -> {
          PairSearch search = new PairSearch(table.size(), threshold);
          Randoms randoms = new Randoms(settings.seed(), 0);
          double[] drawn = new double[counts.length];
          return b -> {
            randoms.restart(settings.seed(), b);
            randoms.multinomial(n, counts, n, drawn);
            replicates[b] = search.run(drawn, PairSearch.REPLICATE);
          };
        });
    double[] jackknife = new double[counts.length];
    PairSearch search = new PairSearch(table.size(), threshold);
    double[] fewer = counts.clone();
    for (int cell = 1; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        fewer[cell]--;
        jackknife[cell] = search.run(fewer, PairSearch.EXACT);
        fewer[cell]++;
      }
    }
    interval(draft, Bca.of(estimate, replicates, jackknife, counts), settings);
  }

  /** Adds the limits to a result, with every reason to doubt them. */
  static void interval(Estimate.Draft draft, Bca bca, Settings settings) {
    draft
        .detail("replicates", bca.sorted().length + bca.missing())
        .detail("replicatesWithoutEstimate", bca.missing())
        .detail("z0", bca.z0())
        .detail("acceleration", bca.acceleration());
    if (bca.missing() > 0) {
      draft.warning("replicates-missing", bca.missing(), bca.sorted().length + bca.missing());
    }
    double half = (1 - settings.level()) / 2;
    Bca.Limit lower = bca.limit(half);
    Bca.Limit upper = bca.limit(1 - half);
    if (Double.isNaN(lower.value()) || Double.isNaN(upper.value())) {
      draft.warning(
          bca.possible()
              ? "no-interval-acceleration"
              : Double.isInfinite(bca.z0()) ? "no-interval-one-side" : "no-interval-missing");
    }
    warnWhenPinned(draft, lower, "pinned-smallest", bca);
    warnWhenPinned(draft, upper, "pinned-largest", bca);
    draft.interval(lower.value(), upper.value());
    Map<String, Object> limits = new LinkedHashMap<>();
    Map<String, Object> plain = new LinkedHashMap<>();
    for (double level : LEVELS) {
      double value = bca.limit(level).value();
      if (!Double.isNaN(value)) {
        limits.put(String.valueOf(level), value);
      }
      if (bca.sorted().length > 0) {
        plain.put(String.valueOf(level), bca.quantile(level));
      }
    }
    draft.detail("bca", limits).detail("bootstrapQuantiles", plain);
  }

  private static void warnWhenPinned(Estimate.Draft draft, Bca.Limit limit, String key, Bca bca) {
    if (limit.pinned()) {
      draft.warning(key, limit.value(), bca.sorted().length);
    }
  }
}
