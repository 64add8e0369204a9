package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.RankStability;
import org.passerelle.network.measure.RemovalCurve;

/**
 * Chapter 6: groups, sets of key players, and rankings with their stability. A position in the
 * structure does not prove guilt.
 *
 * @param groups null if there are too few actors to measure
 * @param picture the drawing
 */
public record Structure(
    @Nullable Grouping groups,
    List<Players> players,
    List<Ranking> rankings,
    List<Curve> curves,
    Picture picture) {
  private static final int MOST_PLAYERS = 3;
  private static final int TOP = 10;
  private static final int REPEATS = 200;
  private static final double AFFORDABLE = 1e9;

  public Structure {
    players = List.copyOf(players);
    rankings = List.copyOf(rankings);
    curves = List.copyOf(curves);
  }

  /**
   * Groups found by the Leiden algorithm.
   *
   * @param members codes by group, the largest first
   * @param agreement agreement of the runs, 1 if chance plays no part
   */
  public record Grouping(
      List<List<String>> members,
      double modularity,
      double agreement,
      int starts,
      int fewest,
      int most) {
    public Grouping {
      members = members.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A set of key players.
   *
   * @param breaking whether the set maximises fragmentation; otherwise reach
   * @param value fragmentation of the rest, or reach
   * @param before fragmentation of the whole network
   * @param exhaustive whether every set was examined
   */
  public record Players(
      boolean breaking, List<String> codes, double value, double before, boolean exhaustive) {
    public Players {
      codes = List.copyOf(codes);
    }
  }

  /**
   * A ranking with its reliability.
   *
   * @param ties stability if a tenth of the ties is missing; null if too expensive to compute
   * @param actors stability if two percent of the actors are missing
   */
  public record Ranking(
      String measure,
      List<Ranked> top,
      @Nullable RankStability ties,
      @Nullable RankStability actors) {
    public Ranking {
      top = List.copyOf(top);
    }

    private static final double STEADY = 0.8;
    private static final double SHAKY = 0.6;

    /** {@code steady}, {@code fair}, {@code shaky} or {@code unknown}. */
    public String reading() {
      RankStability a = ties;
      RankStability b = actors;
      if (a == null || b == null) {
        return "unknown";
      }
      double first = Math.min(a.firstStays(), b.firstStays());
      double overlap = Math.min(a.topOverlap(), b.topOverlap());
      double least = Math.min(first, overlap);
      return least >= STEADY ? "steady" : least >= SHAKY ? "fair" : "shaky";
    }
  }

  /** An actor in a ranking. */
  public record Ranked(String code, double value) {}

  /**
   * Relative size of the largest component after each removal; the first value is the whole
   * network.
   */
  public record Curve(String measure, List<Double> shares) {
    public Curve {
      shares = List.copyOf(shares);
    }
  }

  static Structure of(Measured measured, long seed, Progress progress) {
    if (!measured.enough()) {
      return new Structure(null, List.of(), List.of(), List.of(), Picture.EMPTY);
    }
    Graph graph = measured.graph();
    Groups groups = Groups.of(graph, 1, Groups.usualStarts(graph), seed, progress);
    List<Players> players = new ArrayList<>();
    for (int k = 1; k <= Math.min(MOST_PLAYERS, graph.size() - 2); k++) {
      players.add(players(true, graph, KeyPlayers.negative(graph, k, seed, progress)));
    }
    for (int k = 1; k <= Math.min(MOST_PLAYERS, graph.size() - 2); k++) {
      players.add(players(false, graph, KeyPlayers.positive(graph, k, seed, progress)));
    }
    return new Structure(
        grouping(graph, groups),
        players,
        rankings(graph, seed, progress),
        curves(graph, progress),
        Picture.of(graph, groups, seed, progress));
  }

  private static Grouping grouping(Graph graph, Groups groups) {
    List<List<String>> members = new ArrayList<>();
    for (int g = 0; g < groups.sizes().length; g++) {
      int group = g;
      members.add(
          IntStream.range(0, graph.size())
              .filter(v -> groups.of()[v] == group)
              .mapToObj(graph::id)
              .toList());
    }
    return new Grouping(
        members,
        groups.modularity(),
        groups.agreement(),
        groups.starts(),
        groups.fewest(),
        groups.most());
  }

  private static Players players(boolean breaking, Graph graph, KeyPlayers found) {
    return new Players(
        breaking,
        Arrays.stream(found.players()).mapToObj(graph::id).toList(),
        found.value(),
        found.before(),
        found.exhaustive());
  }

  private static Map<String, Function<Graph, double[]>> measures() {
    Map<String, Function<Graph, double[]>> measures = new LinkedHashMap<>();
    measures.put("degree", g -> Arrays.stream(Degrees.of(g)).asDoubleStream().toArray());
    measures.put("betweenness", g -> Geodesics.exact(g, Progress.SILENT).betweenness());
    measures.put("closeness", g -> Geodesics.exact(g, Progress.SILENT).closeness());
    // low constraint is the remarkable end; actors without ties come last
    measures.put(
        "constraint",
        g ->
            Arrays.stream(Constraint.of(g, Progress.SILENT))
                .map(c -> Double.isNaN(c) ? -9 : -c)
                .toArray());
    return measures;
  }

  private static List<Ranking> rankings(Graph graph, long seed, Progress progress) {
    double once = (double) graph.size() * (graph.size() + graph.places());
    int repeats = (int) Math.min(REPEATS, AFFORDABLE / Math.max(1, once));
    List<Ranking> rankings = new ArrayList<>();
    measures()
        .forEach(
            (name, measure) -> {
              boolean affordable = repeats >= TOP;
              rankings.add(
                  new Ranking(
                      name,
                      top(graph, name, measure.apply(graph)),
                      affordable
                          ? RankStability.missingTies(graph, measure, repeats, seed, progress)
                          : null,
                      affordable
                          ? RankStability.missingActors(graph, measure, repeats, seed, progress)
                          : null));
            });
    return rankings;
  }

  private static List<Ranked> top(Graph graph, String name, double[] values) {
    int sign = name.equals("constraint") ? -1 : 1;
    return IntStream.range(0, graph.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(v -> -values[v]).thenComparing(v -> v))
        .limit(TOP)
        .map(v -> new Ranked(graph.id(v), sign * values[v]))
        .toList();
  }

  private static List<Curve> curves(Graph graph, Progress progress) {
    int steps = Math.min(graph.size(), 2 * TOP);
    List<Curve> curves = new ArrayList<>();
    for (String name : List.of("degree", "betweenness")) {
      Function<Graph, double[]> measure = measures().getOrDefault(name, g -> new double[g.size()]);
      RemovalCurve curve =
          RemovalCurve.of(graph, measure, 1, steps, RemovalCurve.Among.EARLIEST, progress);
      curves.add(new Curve(name, curve.steps().stream().map(RemovalCurve.Step::share).toList()));
    }
    return curves;
  }
}
