package org.passerelle.network.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.RankStability;

/** Stability of every requested ranking if part of the network was not observed. */
final class Stabilities {
  private static final double AFFORDABLE = 3e9;
  private static final int USUAL_REPEATS = 100;
  private final Graph graph;
  private final Settings settings;
  private final Progress progress;
  private final Map<String, @Nullable Object> figures;

  Stabilities(
      Graph graph, Settings settings, Progress progress, Map<String, @Nullable Object> figures) {
    this.graph = graph;
    this.settings = settings;
    this.progress = progress;
    this.figures = figures;
  }

  void add() {
    double once = (double) graph.size() * (graph.size() + graph.places());
    int repeats =
        settings.stability() >= 0
            ? settings.stability()
            : (int) Math.min(USUAL_REPEATS, AFFORDABLE / (4 * Math.max(1, once)));
    if ((repeats < 10 && settings.stability() < 0) || repeats == 0 || graph.size() < 3) {
      figures.put("stability", null);
      return;
    }
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    rankings().forEach((name, measure) -> found.put(name, stability(measure, repeats)));
    figures.put("stability", found);
  }

  private Map<String, Function<Graph, double[]>> rankings() {
    Map<String, Function<Graph, double[]>> rankings = new LinkedHashMap<>();
    rankings.put("degree", Stabilities::degree);
    rankings.put("betweenness", Stabilities::betweenness);
    rankings.put("closeness", g -> Geodesics.exact(g, Progress.SILENT).closeness());
    rankings.put("pageRank", g -> PageRank.of(g, Progress.SILENT));
    rankings.put("core", g -> Arrays.stream(Cores.of(g)).asDoubleStream().toArray());
    // low constraint is the remarkable end; isolated actors come last
    rankings.put(
        "constraint",
        g ->
            Arrays.stream(Constraint.of(g, Progress.SILENT))
                .map(c -> Double.isNaN(c) ? -9 : -c)
                .toArray());
    rankings
        .keySet()
        .removeIf(name -> settings.measures().stream().noneMatch(m -> m.code().equals(name)));
    return rankings;
  }

  private Map<String, @Nullable Object> stability(Function<Graph, double[]> measure, int repeats) {
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put(
        "missingTies",
        figures(RankStability.missingTies(graph, measure, repeats, settings.seed(), progress)));
    found.put(
        "missingActors",
        figures(RankStability.missingActors(graph, measure, repeats, settings.seed(), progress)));
    return found;
  }

  private static Map<String, @Nullable Object> figures(RankStability stability) {
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("topOverlap", stability.topOverlap());
    found.put("correlation", stability.correlation());
    found.put("firstStays", stability.firstStays());
    found.put("repeats", stability.repeats());
    return found;
  }

  static double[] degree(Graph graph) {
    return Arrays.stream(Degrees.of(graph)).asDoubleStream().toArray();
  }

  static double[] betweenness(Graph some) {
    return Geodesics.exact(some, Progress.SILENT).betweenness();
  }
}
