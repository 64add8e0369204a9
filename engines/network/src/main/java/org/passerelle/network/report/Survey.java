package org.passerelle.network.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.CorePeriphery;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Eigenvector;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.Hits;
import org.passerelle.network.measure.Katz;
import org.passerelle.network.measure.PageRank;
import org.passerelle.network.measure.Triangles;
import org.passerelle.network.measure.WeightedCloseness;

/** Computes one measure after another. Measures that were not requested are null. */
final class Survey {
  /** Limit of vertices times positions for computing shortest paths from every vertex. */
  static final double EXACT = 1e10;

  static final int SAMPLED = 500;

  /** The same for ways by weight, which cost ten times as much. */
  private static final double EXACT_BY_WEIGHT = 1e9;

  private static final double LEAST_BY_WEIGHT = 50;
  private final CaseNetwork network;
  private final Graph graph;
  private final Settings settings;
  private final Progress progress;
  private final Map<String, @Nullable Object> figures = new LinkedHashMap<>();
  private final List<Column> columns = new ArrayList<>();

  Survey(CaseNetwork network, Graph graph, Settings settings, Progress progress) {
    this.network = network;
    this.graph = graph;
    this.settings = settings;
    this.progress = progress;
    for (String name :
        List.of(
            "nodes",
            "ties",
            "directed",
            "loops",
            "density",
            "components",
            "largestComponent",
            "isolates",
            "averageDegree",
            "maximumDegree",
            "degreeCentralisation",
            "betweennessCentralisation",
            "diameter",
            "averagePathLength",
            "transitivity",
            "averageLocalClustering",
            "modularity",
            "keyPlayers")) {
      figures.put(name, null);
    }
    figures.put("keyPlayers", List.of());
  }

  Map<String, @Nullable Object> figures() {
    return figures;
  }

  List<Column> columns() {
    return columns;
  }

  void run() {
    Components parts = Components.of(graph);
    size(parts);
    geodesics(parts);
    if (settings.asks(Measure.PAGE_RANK)) {
      columns.add(Column.of("pageRank", PageRank.of(graph, progress)));
    }
    spectra();
    weighted();
    cohesion();
    if (settings.asks(Measure.CONSTRAINT)) {
      columns.add(Column.of("constraint", Constraint.of(graph, progress)));
    }
    groups();
    new Answers(network, graph, settings, progress, figures, columns).run();
    figures.put("seed", settings.seed());
  }

  private void size(Components parts) {
    int[] degree = Degrees.of(graph);
    figures.put("nodes", graph.size());
    figures.put("ties", graph.ties());
    figures.put("directed", graph.directed());
    figures.put("loops", graph.loops());
    figures.put("density", Degrees.density(graph));
    figures.put("components", parts.count());
    figures.put("largestComponent", parts.largest());
    figures.put("isolates", Arrays.stream(degree).filter(d -> d == 0).count());
    figures.put("averageDegree", Arrays.stream(degree).average().orElse(0));
    figures.put("maximumDegree", Arrays.stream(degree).max().orElse(0));
    figures.put("degreeCentralisation", Degrees.centralisation(graph));
    if (graph.directed()) {
      figures.put("strongComponents", Components.strong(graph).count());
    }
    if (settings.asks(Measure.DEGREE)) {
      columns.add(Column.of("degree", degree));
      if (graph.directed()) {
        columns.add(Column.of("inDegree", Degrees.in(graph)));
        columns.add(new Column("outDegree", graph::outDegree));
      }
      columns.add(Column.of("component", parts.of()));
    }
  }

  private void geodesics(Components parts) {
    if (!settings.asks(Measure.BETWEENNESS) && !settings.asks(Measure.CLOSENESS)) {
      return;
    }
    int sources = settings.sources();
    if (sources == 0) {
      double work = (double) graph.size() * (graph.size() + graph.places());
      sources = work <= EXACT ? graph.size() : SAMPLED;
    }
    Geodesics paths = Geodesics.sampled(graph, sources, settings.seed(), progress);
    if (settings.asks(Measure.BETWEENNESS)) {
      columns.add(Column.of("betweenness", paths.betweenness()));
      figures.put(
          "betweennessCentralisation", Degrees.betweennessCentralisation(paths.betweenness()));
    }
    if (settings.asks(Measure.CLOSENESS)) {
      columns.add(Column.of("closeness", paths.closeness()));
      columns.add(Column.of("closenessWithin", paths.closenessWithin()));
    }
    if (paths.isExact()) {
      figures.put("diameter", paths.diameter());
    }
    figures.put("averagePathLength", paths.meanDistance(parts, 0));
    figures.put("averagePathLengthAll", paths.meanDistance());
    figures.put("sources", paths.sources());
  }

  private void spectra() {
    if (settings.asks(Measure.EIGENVECTOR)) {
      columns.add(Column.of("eigenvector", Eigenvector.of(graph, progress)));
    }
    if (settings.asks(Measure.KATZ)) {
      Katz katz = Katz.of(graph, progress);
      columns.add(Column.of("katz", katz.values()));
      figures.put("katzAlpha", katz.alpha());
    }
    if (settings.asks(Measure.HITS) && graph.directed()) {
      Hits hits = Hits.of(graph, progress);
      columns.add(Column.of("hub", hits.hubs()));
      columns.add(Column.of("authority", hits.authorities()));
    }
  }

  private void weighted() {
    if (!settings.asks(Measure.WEIGHTED) || !Degrees.isWeighted(graph)) {
      return;
    }
    double[] out = Degrees.strength(graph);
    if (graph.directed()) {
      double[] in = Degrees.strengthIn(graph);
      columns.add(new Column("weightedDegree", v -> in[v] + out[v]));
      columns.add(Column.of("weightedInDegree", in));
      columns.add(Column.of("weightedOutDegree", out));
    } else {
      columns.add(Column.of("weightedDegree", out));
    }
    double once = (double) graph.size() + graph.places();
    int sources = settings.sources();
    if (sources == 0) {
      sources = (int) Math.max(LEAST_BY_WEIGHT, Math.min(graph.size(), EXACT_BY_WEIGHT / once));
    }
    double[] closeness = WeightedCloseness.of(graph, sources, settings.seed(), progress);
    columns.add(Column.of("weightedCloseness", closeness));
    figures.put("weightedSources", Math.min(sources, graph.size()));
  }

  private void cohesion() {
    if (settings.asks(Measure.CORE)) {
      int[] cores = Cores.of(graph);
      int most = Arrays.stream(cores).max().orElse(0);
      columns.add(Column.of("core", cores));
      figures.put("maximumCore", most);
      figures.put("maximumCoreSize", Arrays.stream(cores).filter(c -> c == most).count());
    }
    if (settings.asks(Measure.ARTICULATION)) {
      CutPoints cuts = CutPoints.of(graph);
      columns.add(Column.of("articulation", cuts.articulation()));
      figures.put("articulationPoints", cuts.count());
      figures.put("bridges", cuts.bridges().size());
    }
    if (settings.asks(Measure.CLUSTERING)) {
      Triangles triangles = Triangles.of(graph, progress);
      columns.add(Column.of("localClustering", triangles.local()));
      figures.put("triangles", triangles.total());
      figures.put("transitivity", triangles.transitivity());
      figures.put("averageLocalClustering", triangles.averageLocal());
    }
    if (settings.asks(Measure.CORE_PERIPHERY)) {
      CorePeriphery core = CorePeriphery.of(graph);
      columns.add(Column.of("inCore", core.core()));
      figures.put("coreSize", core.size());
      figures.put("corePeripheryErrors", core.errors());
      figures.put("corePeripheryFit", core.fit());
    }
  }

  private void groups() {
    if (!settings.asks(Measure.GROUP)) {
      return;
    }
    Groups groups =
        Groups.of(
            graph, settings.resolution(), Groups.usualStarts(graph), settings.seed(), progress);
    columns.add(Column.of("group", groups.of()));
    figures.put("modularity", groups.modularity());
    figures.put("groups", groups.sizes().length);
    figures.put("resolution", settings.resolution());
    figures.put("groupQuality", groups.quality());
    figures.put("groupStarts", groups.starts());
    figures.put("groupAgreement", groups.agreement());
    figures.put("groupsFewest", groups.fewest());
    figures.put("groupsMost", groups.most());
  }
}
