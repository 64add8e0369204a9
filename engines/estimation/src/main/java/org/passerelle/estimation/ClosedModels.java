package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.passerelle.estimation.internal.DenseFit;
import org.passerelle.estimation.internal.SpecialFunctions;

/** The log-linear models of closed populations of Rivest and Baillargeon, and Chao's bounds. */
final class ClosedModels {
  /** A fit with its usual name. */
  record Closed(
      String name,
      double estimate,
      double standardError,
      double deviance,
      int df,
      double aic,
      double bic,
      double lower,
      double upper) {
    Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("model", name);
      map.put("estimate", estimate);
      map.put("standardError", standardError);
      map.put("lower", lower);
      map.put("upper", upper);
      map.put("deviance", deviance);
      map.put("df", df);
      map.put("aic", aic);
      map.put("bic", bic);
      return map;
    }
  }

  private final CaptureHistories table;
  private final Settings settings;
  private final int lists;
  private final double[] y;

  private ClosedModels(CaptureHistories table, Settings settings) {
    this.table = table;
    this.settings = settings;
    lists = table.size();
    y = new double[(1 << lists) - 1];
    for (int cell = 1; cell <= y.length; cell++) {
      y[cell - 1] = table.count(cell);
    }
  }

  /** The independence model as the estimate, with the other closed models beside it. */
  static Estimate loglinear(CaptureHistories table, Settings settings) {
    Estimate.Draft draft =
        new Estimate.Draft(table, "loglinear", settings.level(), System.nanoTime());
    ClosedModels models = new ClosedModels(table, settings);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Closed closed : models.all()) {
      if (Double.isFinite(closed.estimate())) {
        all.add(closed.asMap());
      } else {
        draft.warning("model-without-estimate", closed.name());
      }
      if (closed.name().equals("Mt")) {
        models.put(draft, closed, Model.independence(table.size()).name());
      }
    }
    draft.detail("models", all).detail("closed", "Mt");
    for (Map.Entry<String, Object> entry : withoutHighest(table).entrySet()) {
      draft.detail(entry.getKey(), entry.getValue());
    }
    return draft.done();
  }

  /** Chao's lower bound with heterogeneous lists. */
  static Estimate chao(CaptureHistories table, Settings settings) {
    Estimate.Draft draft = new Estimate.Draft(table, "chao", settings.level(), System.nanoTime());
    ClosedModels models = new ClosedModels(table, settings);
    models.put(draft, models.chao(true, models.y), "Mth Chao (LB)");
    draft.warning("lower-bound");
    double f1 = table.onExactly(1);
    double f2 = table.onExactly(2);
    double n = table.observed();
    double t = table.size();
    draft
        .detail("f1", f1)
        .detail("f2", f2)
        .detail("moment", n + f1 * f1 / (2 * f2))
        .detail("momentBiasCorrected", n + f1 * (f1 - 1) / (2 * (f2 + 1)))
        .detail("momentDiscrete", n + (t - 1) / t * f1 * f1 / (2 * f2))
        .detail("mhChaoBiasCorrected", n + (t - 1) * f1 * (f1 - 1) / (2 * t * (f2 + 1)))
        .detail("mhChao", models.chao(false, models.y).estimate())
        .detail("mthChaoBiasCorrected", models.biasCorrected());
    return draft.done();
  }

  private void put(Estimate.Draft draft, Closed closed, String model) {
    if (!Double.isFinite(closed.estimate())) {
      draft.none("does-not-converge", closed.name());
      return;
    }
    draft
        .estimate(closed.estimate())
        .interval(closed.lower(), closed.upper())
        .model(model, List.of())
        .fit(closed.aic(), closed.bic(), closed.deviance(), closed.df())
        .detail("standardError", closed.standardError());
    if (table.size() == 2) {
      draft.detail("chapman", SampleCoverage.chapman(table, 0, 1));
    }
    if (closed.estimate() > 1e6 * table.observed()) {
      draft.none("runs-away", "%.3g".formatted(closed.estimate()));
    }
  }

  private List<Closed> all() {
    List<Closed> all = new ArrayList<>();
    all.add(fit("M0", columns(false), y));
    all.add(fit("Mt", columns(true), y));
    for (boolean each : new boolean[] {false, true}) {
      String name = each ? "Mth" : "Mh";
      all.add(chao(each, y));
      if (lists > 2) {
        all.add(heterogeneous(name + " Poisson2", each, k -> Math.pow(2, k) - 1));
        all.add(heterogeneous(name + " Darroch", each, k -> k * k / 2.0));
        all.add(heterogeneous(name + " Gamma3.5", each, k -> Math.log(3.5) - Math.log(3.5 + k)));
      }
    }
    return all;
  }

  private Closed heterogeneous(String name, boolean each, IntToDoubleFunction tau) {
    List<IntToDoubleFunction> columns = columns(each);
    columns.add(cell -> tau.applyAsDouble(Integer.bitCount(cell)));
    return fit(name, columns, y);
  }

  /** The intercept with one column per list, or with their number. */
  private List<IntToDoubleFunction> columns(boolean each) {
    List<IntToDoubleFunction> columns = new ArrayList<>();
    columns.add(cell -> 1);
    if (each) {
      for (int j = 0; j < lists; j++) {
        int bit = j;
        columns.add(cell -> cell >> bit & 1);
      }
    } else {
      columns.add(Integer::bitCount);
    }
    return columns;
  }

  /** Columns max(k − i + 1, 0), without those with negative parameters, the smallest i first. */
  private Closed chao(boolean each, double[] counts) {
    List<IntToDoubleFunction> columns = columns(each);
    int fixed = columns.size();
    for (int i = 3; i <= lists; i++) {
      int from = i;
      columns.add(cell -> Math.max(Integer.bitCount(cell) - from + 1, 0));
    }
    String name = (each ? "Mth" : "Mh") + " Chao (LB)";
    while (true) {
      DenseFit fit = new DenseFit(design(columns));
      if (!fit.fit(counts)) {
        if (columns.size() > fixed) {
          // nobody on that many lists: the largest parameter diverges to −∞ and is removed first
          columns.remove(columns.size() - 1);
          continue;
        }
        return fit(name, columns, counts);
      }
      double[] parameters = fit.parameters();
      int negative = fixed;
      while (negative < parameters.length && parameters[negative] >= 0) {
        negative++;
      }
      if (negative == parameters.length) {
        return fit(name, columns, counts);
      }
      columns.remove(negative);
    }
  }

  /** Chao's bound with frequencies increased by (t−2)/2t for one list and 2/t(t−1) for two. */
  private double biasCorrected() {
    double[] raised = y.clone();
    double t = lists;
    for (int cell = 1; cell <= y.length; cell++) {
      int k = Integer.bitCount(cell);
      raised[cell - 1] += k == 1 ? (t - 2) / (2 * t) : k == 2 ? 2 / (t * (t - 1)) : 0;
    }
    Closed closed = chao(true, raised);
    return closed.estimate();
  }

  private double[][] design(List<IntToDoubleFunction> columns) {
    double[][] rows = new double[y.length][columns.size()];
    for (int cell = 1; cell <= y.length; cell++) {
      for (int c = 0; c < columns.size(); c++) {
        rows[cell - 1][c] = columns.get(c).applyAsDouble(cell);
      }
    }
    return rows;
  }

  private Closed fit(String name, List<IntToDoubleFunction> columns, double[] counts) {
    int p = columns.size();
    int df = counts.length - p;
    DenseFit fit = new DenseFit(design(columns));
    if (df < 0 || !fit.fit(counts)) {
      return new Closed(
          name,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          df,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }
    double n = table.observed();
    double alpha = fit.parameters()[0];
    double variance = fit.interceptVariance(counts);
    double z = SpecialFunctions.normalQuantile((1 + settings.level()) / 2);
    double logLikelihood = fit.logLikelihood(counts);
    return new Closed(
        name,
        n + Math.exp(alpha),
        Math.sqrt(Math.exp(alpha) + Math.exp(2 * alpha) * variance),
        fit.deviance(counts),
        df,
        2 * p - 2 * logLikelihood,
        p * Math.log(n) - 2 * logLikelihood,
        n + Math.exp(alpha - z * Math.sqrt(variance)),
        n + Math.exp(alpha + z * Math.sqrt(variance)));
  }

  /**
   * Saturated except for the highest interaction, which is assumed to be zero, and other values.
   */
  static Map<String, Object> withoutHighest(CaptureHistories table) {
    double sum = 0;
    for (int cell = 1; cell < 1 << table.size(); cell++) {
      if (table.count(cell) == 0) {
        return Map.of();
      }
      sum += (Integer.bitCount(cell) % 2 == 1 ? 1 : -1) * Math.log((double) table.count(cell));
    }
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("closedForm", table.observed() + Math.exp(sum));
    List<Map<String, Object>> dial = new ArrayList<>();
    for (double xi : new double[] {-1, -0.5, 0, 0.5, 1}) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("xi", xi);
      row.put("estimate", table.observed() + Math.exp(sum + xi));
      dial.add(row);
    }
    found.put("highestInteraction", dial);
    return found;
  }
}
