package org.passerelle.network.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Brokerage;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Mixing;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.RankStability;
import org.passerelle.network.measure.RemovalCurve;

/** What is asked for by name: key players, mixing by an attribute, removal, stability. */
final class Questions {
  private static final int PERMUTATIONS = 999;
  private static final double AFFORDABLE = 3e9;
  private static final int USUAL_REPEATS = 100;
  private final CaseNetwork network;
  private final Graph graph;
  private final Settings settings;
  private final Progress progress;
  private final Map<String, @Nullable Object> figures;
  private final List<Column> columns;

  Questions(
      CaseNetwork network,
      Graph graph,
      Settings settings,
      Progress progress,
      Map<String, @Nullable Object> figures,
      List<Column> columns) {
    this.network = network;
    this.graph = graph;
    this.settings = settings;
    this.progress = progress;
    this.figures = figures;
    this.columns = columns;
  }

  void run() {
    if (settings.keyPlayers() > 0) {
      keyPlayers();
    }
    if (!settings.attribute().isEmpty()) {
      attribute();
    }
    if (!settings.removal().isEmpty()) {
      removal();
    }
    if (settings.asks(Measure.STABILITY)) {
      stability();
    }
  }

  private void keyPlayers() {
    KeyPlayers negative =
        KeyPlayers.negative(graph, settings.keyPlayers(), settings.seed(), progress);
    figures.put("keyPlayers", ids(negative.players()));
    figures.put("fragmentation", negative.value());
    figures.put("fragmentationBefore", negative.before());
    figures.put("keyPlayersExhaustive", negative.exhaustive());
    KeyPlayers positive =
        KeyPlayers.positive(graph, settings.keyPlayers(), settings.seed(), progress);
    figures.put("reachPlayers", ids(positive.players()));
    figures.put("reach", positive.value());
    figures.put("reachPlayersExhaustive", positive.exhaustive());
  }

  private List<String> ids(int[] players) {
    return Arrays.stream(players).mapToObj(graph::id).toList();
  }

  private void attribute() {
    String name = settings.attribute();
    if (network.actors().stream().noneMatch(actor -> actor.attributes().containsKey(name))) {
      throw new BadNetwork(
          "No actor has an attribute %s. Maybe it is a column of another name, or --nodes is missing."
              .formatted(name));
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] group =
        network.actors().stream()
            .mapToInt(a -> numbers.computeIfAbsent(a.value(name), value -> numbers.size()))
            .toArray();
    Mixing mixing = Mixing.of(graph, group, PERMUTATIONS, settings.seed(), progress);
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("attribute", name);
    found.put("values", numbers.size());
    found.put("externalTies", mixing.external());
    found.put("internalTies", mixing.internal());
    found.put("eiIndex", mixing.eiIndex());
    found.put("eiExpected", mixing.eiExpected());
    found.put("eiP", mixing.eiP());
    found.put("assortativity", mixing.assortativity());
    found.put("assortativityP", mixing.assortativityP());
    found.put("permutations", mixing.permutations());
    figures.put("mixing", found);
    Brokerage brokerage = Brokerage.of(graph, group, progress);
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    for (int role = 0; role < Brokerage.ROLES.size(); role++) {
      int[] counts = brokerage.counts().get(role);
      totals.put(Brokerage.ROLES.get(role), Arrays.stream(counts).asLongStream().sum());
      columns.add(Column.of(Brokerage.ROLES.get(role), counts));
    }
    figures.put("brokerage", totals);
  }

  private void removal() {
    RemovalCurve curve =
        RemovalCurve.of(
            graph,
            settings.removal().equals("degree") ? Questions::degree : this::betweenness,
            settings.block(),
            graph.size(),
            RemovalCurve.Among.EARLIEST,
            progress);
    figures.put(
        "removal",
        curve.steps().stream()
            .map(
                step -> {
                  Map<String, @Nullable Object> point = new LinkedHashMap<>();
                  point.put("removed", step.removed());
                  point.put("largest", step.share());
                  return point;
                })
            .toList());
  }

  private static double[] degree(Graph graph) {
    return Arrays.stream(Degrees.of(graph)).asDoubleStream().toArray();
  }

  private double[] betweenness(Graph some) {
    return Geodesics.exact(some, Progress.SILENT).betweenness();
  }

  private void stability() {
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
    rankings.put("degree", Questions::degree);
    rankings.put("betweenness", this::betweenness);
    rankings.put("closeness", g -> Geodesics.exact(g, Progress.SILENT).closeness());
    rankings.put("pageRank", g -> PageRank.of(g, Progress.SILENT));
    rankings.put("core", g -> Arrays.stream(Cores.of(g)).asDoubleStream().toArray());
    // low constraint is the remarkable end; whoever has no tie comes last
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
}
