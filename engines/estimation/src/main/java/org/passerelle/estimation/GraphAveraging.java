package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.passerelle.estimation.internal.GraphPosterior;
import org.passerelle.estimation.internal.Graphs;

/** Averages over all decomposable graphs (Madigan and York 1997). */
final class GraphAveraging {
  private static final int MOST_LISTS = 7;
  private static final String TOO_MANY = "too-many-graphs";
  private static final double MOST_AT_THE_END = 1e-3;

  /** Points of the grid of {@link #sensitivity}: about a thousand for 30,000 people. */
  static final double STEP = 1.006;

  private GraphAveraging() {}

  /** Reason for no answer, if it follows from the number of lists alone. */
  static Optional<Sentence> refusal(CaptureHistories table) {
    return table.size() > MOST_LISTS
        ? Optional.of(Sentence.of("warning." + TOO_MANY, table.size(), MOST_LISTS))
        : Optional.empty();
  }

  static Estimate estimate(CaptureHistories table, Settings settings) {
    Estimate.Draft draft = new Estimate.Draft(table, "dga", settings.level(), System.nanoTime());
    int lists = table.size();
    if (refusal(table).isPresent()) {
      return draft.none(TOO_MANY, lists, MOST_LISTS).done();
    }
    List<Graphs.Graph> graphs = Graphs.decomposable(lists);
    double delta = settings.priors().delta(lists);
    long end = 30 * table.observed();
    long[] grid = grid(end, lists);
    if (grid.length < end) {
      draft.warning("grid-spaced", end, (long) grid.length);
    }
    GraphPosterior posterior = posterior(table, delta, grid, graphs, settings);
    double half = (1 - settings.level()) / 2;
    draft
        .estimate(posterior.quantile(0.5))
        .interval(posterior.quantile(half), posterior.quantile(1 - half))
        .detail("delta", delta)
        .detail("mean", posterior.mean())
        .detail("mode", posterior.mode())
        .detail("quantiles", quantiles(posterior))
        .detail("graphs", graphs.size())
        .detail("gridPoints", grid.length)
        .detail("gridEnd", (double) table.observed() + grid[grid.length - 1])
        .detail("massAtGridEnd", posterior.massAtTheEnd());
    describeGraphs(draft, table, graphs, posterior);
    if (posterior.massAtTheEnd() > MOST_AT_THE_END) {
      draft.none(
          "grid-too-short",
          table.observed() + grid[grid.length - 1],
          100 * posterior.massAtTheEnd());
    }
    sensitivity(draft, table, graphs, delta, settings);
    return draft.done();
  }

  private static GraphPosterior posterior(
      CaptureHistories table,
      double delta,
      long[] grid,
      List<Graphs.Graph> graphs,
      Settings settings) {
    return GraphPosterior.of(table.values(), table.size(), delta, grid, graphs, settings.threads());
  }

  /**
   * Every integer if possible, otherwise as many as there is room for: every integer first, then
   * ever fewer, so that few unseen people are told from none however many were seen.
   */
  static long[] grid(long end, int lists) {
    // one vector per subset of lists must fit into a quarter of a gigabyte
    long most = lists == 7 ? 2_000 : lists == 6 ? 300_000 : 30_000_000L >> lists;
    if (end <= most) {
      return LongStream.rangeClosed(1, end).toArray();
    }
    double step = 1 + 1.0 / most;
    long[] grid = thinned(end, step);
    while (grid.length > most) {
      step = 1 + 1.1 * (step - 1);
      grid = thinned(end, step);
    }
    return grid;
  }

  private static Map<String, Object> quantiles(GraphPosterior posterior) {
    Map<String, Object> quantiles = new LinkedHashMap<>();
    for (double level : new double[] {.025, .1, .5, .9, .975}) {
      quantiles.put(String.valueOf(level), posterior.quantile(level));
    }
    return quantiles;
  }

  private static void describeGraphs(
      Estimate.Draft draft,
      CaptureHistories table,
      List<Graphs.Graph> graphs,
      GraphPosterior posterior) {
    double[] probability = posterior.graphProbabilities();
    List<Map<String, Object>> top = new ArrayList<>();
    int[] best =
        IntStream.range(0, probability.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probability[i]))
            .limit(10)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i : best) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("graph", graphs.get(i).name());
      entry.put("probability", probability[i]);
      top.add(entry);
    }
    draft.detail("topGraphs", top);
    List<Integer> cliques = java.util.Arrays.stream(graphs.get(best[0]).cliques()).boxed().toList();
    Model likeliest = Model.with(table.size(), cliques);
    draft.model(graphs.get(best[0]).name(), likeliest.interactions(table.lists()));
  }

  /** Every integer first, then ever fewer: as far apart in proportion as the step says. */
  static long[] thinned(long end, double step) {
    LongStream.Builder grid = LongStream.builder();
    for (long at = 1; at < end; at = Math.max(at + 1, Math.round(at * step))) {
      grid.add(at);
    }
    return grid.add(end).build().toArray();
  }

  /** The same with other prior parameters, on a thinner grid: the influence of the prior. */
  private static void sensitivity(
      Estimate.Draft draft,
      CaptureHistories table,
      List<Graphs.Graph> graphs,
      double delta,
      Settings settings) {
    long[] grid = thinned(30 * table.observed(), STEP);
    List<Map<String, Object>> rows = new ArrayList<>();
    double[] others =
        table.size() == MOST_LISTS
            ? new double[] {delta / 2, 2 * delta}
            : new double[] {delta / 2, delta, 2 * delta, 0.5, 1};
    for (double other : others) {
      GraphPosterior posterior = posterior(table, other, grid, graphs, settings);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("delta", other);
      row.put("median", posterior.quantile(0.5));
      row.put("lower", posterior.quantile((1 - settings.level()) / 2));
      row.put("upper", posterior.quantile((1 + settings.level()) / 2));
      rows.add(row);
    }
    draft.detail("deltaSensitivity", rows);
  }
}
