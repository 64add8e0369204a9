package org.passerelle.understand.network.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.RankStability;
import org.passerelle.understand.network.Measured;

/**
 * Actors ranked by a measure, with the ranking's stability against missing data.
 *
 * @param by the measure
 * @param rows indexes of the actors on this page
 * @param missingTies stability with a tenth of the ties missing; null if too slow to compute
 * @param missingActors stability with two percent of the actors missing
 */
public record RankingPage(
    String by,
    List<Integer> rows,
    int first,
    int page,
    int pages,
    @Nullable RankStability missingTies,
    @Nullable RankStability missingActors) {
  private static final int ON_A_PAGE = 100;
  private static final double AFFORDABLE = 4e8;
  private static final int REPEATS = 50;
  private static final long SEED = 1;

  public RankingPage {
    rows = List.copyOf(rows);
  }

  static RankingPage of(Measured measured, String by, int page) {
    List<Integer> ranking = measured.ranking(by);
    int pages = Math.max(1, (ranking.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int shown = Math.max(1, Math.min(page, pages));
    int first = (shown - 1) * ON_A_PAGE;
    Graph graph = measured.graph();
    boolean cheap = by.equals("degree") || by.equals("core") || by.equals("pageRank");
    double once =
        cheap
            ? 50.0 * (graph.size() + graph.places())
            : (double) graph.size() * (graph.size() + graph.places());
    Optional<Function<Graph, double[]>> measure =
        graph.size() > 2 && once * 2 * REPEATS <= AFFORDABLE ? measure(by) : Optional.empty();
    return new RankingPage(
        by,
        ranking.subList(first, Math.min(first + ON_A_PAGE, ranking.size())),
        first,
        shown,
        pages,
        measure
            .map(m -> RankStability.missingTies(graph, m, REPEATS, SEED, Progress.SILENT))
            .orElse(null),
        measure
            .map(m -> RankStability.missingActors(graph, m, REPEATS, SEED, Progress.SILENT))
            .orElse(null));
  }

  private static Optional<Function<Graph, double[]>> measure(String by) {
    return switch (by) {
      case "degree" -> Optional.of(g -> doubles(Degrees.of(g)));
      case "core" -> Optional.of(g -> doubles(Cores.of(g)));
      case "pageRank" -> Optional.of(g -> PageRank.of(g, Progress.SILENT));
      case "betweenness" -> Optional.of(g -> Geodesics.exact(g, Progress.SILENT).betweenness());
      case "closeness" -> Optional.of(g -> Geodesics.exact(g, Progress.SILENT).closeness());
      default -> Optional.empty();
    };
  }

  private static double[] doubles(int[] values) {
    return java.util.Arrays.stream(values).asDoubleStream().toArray();
  }
}
