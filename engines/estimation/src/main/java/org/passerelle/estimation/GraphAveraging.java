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
  private static final double STEP = 1.006;

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
    long[] grid = grid(draft, 30 * table.observed(), lists);
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

  /** Every integer if possible, otherwise equally spaced ones. */
  private static long[] grid(Estimate.Draft draft, long end, int lists) {
    // one vector per subset of lists must fit into a quarter of a gigabyte
    long most = lists == 7 ? 2_000 : lists == 6 ? 300_000 : 30_000_000L >> lists;
    if (end <= most) {
      return LongStream.rangeClosed(1, end).toArray();
    }
    draft.warning("grid-spaced", end, most);
    return spaced(end, (int) most);
  }

  private static long[] spaced(long end, int points) {
    return IntStream.range(0, points)
        .mapToLong(i -> Math.round(1 + (end - 1.0) * i / (points - 1)))
        .toArray();
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

  /** Every integer first, then ever fewer: {@link #STEP} apart in proportion. */
  static long[] thinned(long end) {
    LongStream.Builder grid = LongStream.builder();
    for (long at = 1; at < end; at = Math.max(at + 1, Math.round(at * STEP))) {
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
    long[] grid = thinned(30 * table.observed());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (double other : new double[] {delta / 2, delta, 2 * delta, 0.5, 1}) {
      GraphPosterior posterior = posterior(table, other, grid, graphs, settings);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("delta", other);
      row.put("median", posterior.quantile(0.5));
      row.put("lower", posterior.quantile((1 - settings.level()) / 2));
      row.put("upper", posterior.quantile((1 + settings.level()) / 2));
      rows.add(row);
      if (table.size() == MOST_LISTS) {
        break;
      }
    }
    draft.detail("deltaSensitivity", rows);
  }
}
