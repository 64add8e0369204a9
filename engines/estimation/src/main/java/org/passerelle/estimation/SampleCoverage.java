package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.estimation.internal.Randoms;
import org.passerelle.estimation.internal.SpecialFunctions;

/** Estimators based on sample coverage (Chao and Tsay 1998; Chao and others 2001). */
final class SampleCoverage {
  private static final double LOW = 0.55;
  private static final int TABLES = 200;

  /** The three estimates; {@code high} is NaN if it fails. */
  record Points(double coverage, double independence, double high, double low) {}

  private SampleCoverage() {}

  static Estimate estimate(CaptureHistories table, Settings settings) {
    Estimate.Draft draft =
        new Estimate.Draft(table, "coverage", settings.level(), System.nanoTime());
    double[] counts = table.values();
    Points points = points(counts, table.size());
    boolean useHigh = points.coverage() > LOW && !Double.isNaN(points.high());
    draft
        .detail("coverage", points.coverage())
        .detail("independence", points.independence())
        .detail("high", points.high())
        .detail("low", points.low())
        .detail("pairs", pairs(table));
    if (Double.isNaN(points.high())) {
      draft.warning("high-coverage-fails");
    }
    if (!(points.coverage() > 0) || !Double.isFinite(points.low())) {
      return draft.none("no-coverage").done();
    }
    if (points.coverage() <= LOW) {
      draft.warning("low-coverage", 100 * points.coverage(), 100 * LOW);
    }
    Map<String, Object> errors = new LinkedHashMap<>();
    for (Which which : Which.values()) {
      if (Double.isFinite(which.of(points))) {
        errors.put(
            which.name().toLowerCase(Locale.ROOT),
            spread(counts, table.size(), which, settings).asMap());
      }
    }
    Which used = useHigh ? Which.HIGH : Which.LOW;
    Spread spread = spread(counts, table.size(), used, settings);
    draft
        .model(useHigh ? "high coverage" : "low coverage, one step", List.of())
        .estimate(used.of(points))
        .detail("standardError", spread.error())
        .detail("standardErrors", errors);
    if (settings.bootstrap() > 0) {
      draft.interval(spread.lower(), spread.upper());
    }
    return draft.done();
  }

  static Points points(double[] counts, int t) {
    double m = 0;
    double[] all = new double[t];
    double[] alone = new double[t];
    for (int cell = 1; cell < counts.length; cell++) {
      m += counts[cell];
      for (int j = 0; j < t; j++) {
        all[j] += (cell >> j & 1) * counts[cell];
      }
    }
    double d = m;
    double coverage = 1;
    for (int j = 0; j < t; j++) {
      alone[j] = counts[1 << j];
      d -= alone[j] / t;
      coverage -= alone[j] / all[j] / t;
    }
    double sumA = 0;
    double sumAB = 0;
    double independence = d / coverage;
    for (int i = 0; i < t; i++) {
      for (int j = i + 1; j < t; j++) {
        double a = alone[i] + alone[j] + 2 * counts[(1 << i) | (1 << j)];
        sumA += a;
        sumAB += a * both(counts, i, j) / (all[i] * all[j]);
      }
    }
    double numerator = t * d - sumA;
    double denominator = t * coverage - sumAB;
    double high = numerator / denominator;
    // if the denominator is zero up to rounding, the result is meaningless
    boolean vanishes = Math.abs(denominator) < 1e-9 * t * coverage;
    if (numerator < 1e-4 || vanishes || !(high >= m)) {
      high = Double.NaN;
    }
    double first = independence + (independence * sumAB - sumA) / (t * coverage);
    double low = independence + (first * sumAB - sumA) / (t * coverage);
    return new Points(coverage, independence, high, low);
  }

  private static double both(double[] counts, int i, int j) {
    int pair = (1 << i) | (1 << j);
    double sum = 0;
    for (int cell = pair; cell < counts.length; cell = (cell + 1) | pair) {
      sum += counts[cell];
    }
    return sum;
  }

  /** One of the three estimates. */
  enum Which {
    INDEPENDENCE,
    HIGH,
    LOW;

    double of(Points points) {
      return switch (this) {
        case INDEPENDENCE -> points.independence();
        case HIGH -> points.high();
        case LOW -> points.low();
      };
    }
  }

  /** The spread of an estimate over simulated tables, and the resulting interval. */
  record Spread(double error, double lower, double upper) {
    private Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      put(map, "standardError", error);
      put(map, "lower", lower);
      put(map, "upper", upper);
      return map;
    }

    private static void put(Map<String, Object> map, String name, double value) {
      if (Double.isFinite(value)) {
        map.put(name, value);
      }
    }
  }

  /**
   * Simulates tables with the estimated number of people, including those on no list; the interval
   * is logarithmic in the number unseen (Chao 1987).
   */
  static Spread spread(double[] counts, int t, Which which, Settings settings) {
    double estimate = which.of(points(counts, t));
    double[] weights = counts.clone();
    double m = Arrays.stream(counts).sum();
    weights[0] = Math.max(0, estimate - m);
    double total = m + weights[0];
    double[] drawn = new double[counts.length];
    double[] values = new double[TABLES];
    int valid = 0;
    Randoms randoms = new Randoms(settings.seed(), 0);
    for (int b = 0; b < TABLES; b++) {
      randoms.restart(settings.seed(), b);
      randoms.multinomial(Math.rint(estimate), weights, total, drawn);
      drawn[0] = 0;
      double value = which.of(points(drawn, t));
      if (Double.isFinite(value)) {
        values[valid++] = value;
      }
    }
    double[] kept = Arrays.copyOf(values, valid);
    double mean = Arrays.stream(kept).average().orElse(Double.NaN);
    double error =
        Math.sqrt(Arrays.stream(kept).map(v -> (v - mean) * (v - mean)).sum() / (valid - 1));
    double z = SpecialFunctions.normalQuantile((1 + settings.level()) / 2);
    double unseen = estimate - m;
    double c = Math.exp(z * Math.sqrt(Math.log1p(error * error / (unseen * unseen))));
    return new Spread(error, m + unseen / c, m + unseen * c);
  }

  /** Petersen's and Chapman's estimates for each pair of lists. */
  private static List<Map<String, Object>> pairs(CaptureHistories table) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      for (int j = i + 1; j < table.size(); j++) {
        pairs.add(chapman(table, i, j));
      }
    }
    return pairs;
  }

  static Map<String, Object> chapman(CaptureHistories table, int i, int j) {
    double n1 = table.onAll(1 << i);
    double n2 = table.onAll(1 << j);
    double m = table.onAll((1 << i) | (1 << j));
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("lists", table.lists().get(i) + ":" + table.lists().get(j));
    pair.put("both", m);
    if (m > 0) {
      pair.put("petersen", n1 * n2 / m);
    }
    pair.put("chapman", (n1 + 1) * (n2 + 1) / (m + 1) - 1);
    pair.put(
        "standardError",
        Math.sqrt((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2))));
    return pair;
  }
}
