package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.Findings.Known;
import org.passerelle.estimation.Findings.Row;
import org.passerelle.estimation.internal.PairSearch;
import org.passerelle.estimation.internal.Randoms;

/** Sensitivity analysis: each choice made differently, each list left out. */
final class Doubts {
  private static final double[] SHARES = {0.01, 0.02, 0.05, 0.1};
  private final CaptureHistories table;
  private final Settings quick;

  /** Nobody is on two lists, so that every number would come from the method alone. */
  private final boolean noOverlap;

  Doubts(Study study) {
    table = study.table();
    noOverlap = study.noOverlap();
    quick = study.settings().withBootstrap(0);
  }

  double coverage() {
    return SampleCoverage.points(table.values(), table.size()).coverage();
  }

  int emptyPairs() {
    int empty = 0;
    for (int pair : PairSearch.pairs(table.size())) {
      empty += table.onAll(pair) == 0 ? 1 : 0;
    }
    return empty;
  }

  /** Thresholds, prior parameters, classes, orders and the highest interaction. */
  List<Row> choices(List<Estimate> estimates) {
    List<Row> rows = new ArrayList<>();
    if (noOverlap) {
      return rows;
    }
    for (double threshold : new double[] {0.001, 0.01, 0.02, 0.05}) {
      rows.add(row(Sentence.of("threshold", threshold), table, threshold));
    }
    for (Estimate e : estimates) {
      if (e.details().get("deltaSensitivity") instanceof List<?> list) {
        for (Object one : list) {
          Map<?, ?> map = (Map<?, ?>) one;
          rows.add(
              new Row(
                  Sentence.of("delta", told(map, "delta")),
                  number(map, "median"),
                  number(map, "lower"),
                  number(map, "upper")));
        }
      }
      if (e.details().get("highestInteraction") instanceof List<?> list) {
        for (Object one : list) {
          Map<?, ?> map = (Map<?, ?>) one;
          rows.add(
              new Row(Sentence.of("xi", told(map, "xi")), number(map, "estimate"), null, null));
        }
      }
    }
    addOrders(rows);
    addClasses(rows);
    return rows;
  }

  private void addOrders(List<Row> rows) {
    for (int order = 1; order < Math.min(table.size(), 4); order++) {
      if (table.size() <= 5 || order == 1) {
        Estimate e = AllModels.estimate(table, quick.withMaxOrder(order));
        rows.add(new Row(Sentence.of("order", order), e.estimate(), null, null));
      }
    }
  }

  private void addClasses(List<Row> rows) {
    for (int classes : new int[] {5, 10, 20}) {
      Estimate e = LatentClasses.estimate(table, quick, classes, 8);
      rows.add(new Row(Sentence.of("classes", classes), e.estimate(), e.lower(), e.upper()));
    }
  }

  private static Object told(Map<?, ?> map, String key) {
    return java.util.Objects.requireNonNull(map.get(key), key);
  }

  private static @Nullable Double number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private Row row(Sentence what, CaptureHistories changed, double threshold) {
    return new Row(what, stepwise(changed, threshold), null, null);
  }

  private static @Nullable Double stepwise(CaptureHistories changed, double threshold) {
    CaptureHistories clean;
    try {
      clean = changed.cleaned();
    } catch (NoEstimate e) {
      return null;
    }
    double value = new PairSearch(clean.size(), threshold).run(clean.values(), PairSearch.EXACT);
    return Double.isFinite(value) ? (Double) value : null;
  }

  /** The stepwise estimate without each list, and with each pair of lists merged. */
  List<Row> lists() {
    List<Row> rows = new ArrayList<>();
    if (table.size() < 3 || noOverlap) {
      return rows;
    }
    double threshold = quick.threshold();
    for (int j = 0; j < table.size(); j++) {
      rows.add(
          row(Sentence.of("drop.without", table.lists().get(j)), changed(table, j), threshold));
    }
    for (int pair : PairSearch.pairs(table.size())) {
      int i = Integer.numberOfTrailingZeros(pair);
      int j = 31 - Integer.numberOfLeadingZeros(pair);
      rows.add(
          row(
              Sentence.of("drop.merged", table.lists().get(i), table.lists().get(j)),
              table.merged(i, j),
              threshold));
    }
    return rows;
  }

  private static CaptureHistories changed(CaptureHistories table, int j) {
    try {
      return table.without(j);
    } catch (BadTable nobodyLeft) {
      return table;
    }
  }

  /** Each list estimated from the overlaps of the others within it. */
  List<Known> known() {
    List<Known> found = new ArrayList<>();
    for (int j = 0; j < table.size() && table.size() > 2 && !noOverlap; j++) {
      long[] inside = new long[1 << table.size()];
      for (int cell = 0; cell < inside.length; cell++) {
        if ((cell >> j & 1) != 0) {
          inside[cell & ~(1 << j)] = table.count(cell);
        }
      }
      inside[0] = 0;
      Double estimate = null;
      if (java.util.Arrays.stream(inside).sum() > 0) {
        estimate =
            stepwise(CaptureHistories.of(table.lists(), inside).without(j), quick.threshold());
      }
      found.add(new Known(table.lists().get(j), (double) table.onAll(1 << j), estimate));
    }
    return found;
  }

  /** Nested random subsets of the cases, the full set last. */
  List<Row> trajectory() {
    List<Row> rows = new ArrayList<>();
    if (noOverlap) {
      return rows;
    }
    Randoms randoms = new Randoms(quick.seed(), -1);
    long[] counts = table.counts();
    for (int tenths = 10; tenths >= 2; tenths--) {
      if (java.util.Arrays.stream(counts).sum() > 0) {
        CaptureHistories part = CaptureHistories.of(table.lists(), counts);
        Double estimate = stepwise(part, quick.threshold());
        Sentence what =
            estimate == null
                ? Sentence.of("trajectory.part.none", tenths * 10)
                : Sentence.of("trajectory.part", tenths * 10, estimate / (double) part.observed());
        rows.add(0, new Row(what, estimate, null, null));
      }
      for (int cell = 1; cell < counts.length; cell++) {
        counts[cell] = (long) randoms.binomial((double) counts[cell], (tenths - 1.0) / tenths);
      }
    }
    return rows;
  }

  /** The estimate if matches had been missed or false. */
  List<Row> linkage() {
    List<Row> rows = new ArrayList<>();
    if (noOverlap) {
      return rows;
    }
    for (boolean missed : new boolean[] {true, false}) {
      for (double share : SHARES) {
        rows.add(
            row(
                Sentence.of(missed ? "linkage.missed" : "linkage.false", Math.round(share * 100)),
                rematched(share, missed),
                quick.threshold()));
      }
    }
    return rows;
  }

  /** Missed: people on single lists are joined. False: people on several lists are separated. */
  private CaptureHistories rematched(double share, boolean missed) {
    long[] counts = table.counts();
    double owed = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      if (Integer.bitCount(cell) < 2) {
        continue;
      }
      owed += table.count(cell) * (missed ? share / (1 - share) : share);
      for (int rest = cell; owed >= 0.5; rest = (rest & (rest - 1)) == 0 ? cell : rest & rest - 1) {
        int one = rest & -rest;
        int others = cell & ~one;
        if (missed && (counts[one] < 1 || counts[others] < 1)) {
          break;
        }
        if (!missed && counts[cell] < 1) {
          break;
        }
        long change = Math.max(1, (long) Math.floor(owed / Integer.bitCount(cell)));
        change =
            missed
                ? Math.min(change, Math.min(counts[one], counts[others]))
                : Math.min(change, counts[cell]);
        counts[cell] += missed ? change : -change;
        counts[one] += missed ? -change : change;
        counts[others] += missed ? -change : change;
        owed -= change;
      }
    }
    return CaptureHistories.of(table.lists(), counts);
  }
}
