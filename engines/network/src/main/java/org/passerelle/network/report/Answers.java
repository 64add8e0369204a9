package org.passerelle.network.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Brokerage;
import org.passerelle.network.measure.Corridor;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Mixing;
import org.passerelle.network.measure.Path;
import org.passerelle.network.measure.Paths;
import org.passerelle.network.measure.RemovalCurve;

/** Measures that need parameters: key players, mixing by an attribute, removal, stability. */
final class Answers {
  private static final int PERMUTATIONS = 999;
  private final CaseNetwork network;
  private final Graph graph;
  private final Settings settings;
  private final Questions asked;
  private final Progress progress;
  private final Map<String, @Nullable Object> figures;
  private final List<Column> columns;

  Answers(
      CaseNetwork network,
      Graph graph,
      Settings settings,
      Progress progress,
      Map<String, @Nullable Object> figures,
      List<Column> columns) {
    this.network = network;
    this.graph = graph;
    this.settings = settings;
    this.asked = settings.questions();
    this.progress = progress;
    this.figures = figures;
    this.columns = columns;
  }

  void run() {
    if (asked.keyPlayers() > 0) {
      keyPlayers();
    }
    if (!asked.attribute().isEmpty()) {
      attribute();
    }
    if (!asked.removal().isEmpty()) {
      removal();
    }
    if (!asked.corridors().isEmpty()) {
      corridors();
    }
    if (!asked.path().isEmpty()) {
      paths();
    }
    if (settings.asks(Measure.STABILITY)) {
      new Stabilities(graph, settings, progress, figures).add();
    }
  }

  private void corridors() {
    known(asked.corridors());
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (Corridor corridor : Corridor.of(network, a -> a.value(asked.corridors()))) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("from", corridor.from());
      one.put("to", corridor.to());
      one.put("ties", corridor.ties());
      one.put("weight", corridor.weight());
      one.put("actors", corridor.actors());
      one.put("begins", corridor.period().from());
      one.put("ends", corridor.period().to());
      found.add(one);
    }
    figures.put("corridors", found);
  }

  private void paths() {
    int from = number(asked.path().get(0));
    int to = number(asked.path().get(1));
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (Path path : new Paths(graph, false).shortest(from, to, asked.paths(), progress)) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("actors", path.vertices().stream().map(graph::id).toList());
      one.put("length", path.vertices().size() - 1);
      found.add(one);
    }
    figures.put("paths", found);
  }

  private int number(String id) {
    int number = graph.ids().indexOf(id);
    if (number < 0) {
      throw new BadNetwork(
          "There is no actor %s for a path. Maybe the name is mistyped.".formatted(id));
    }
    return number;
  }

  private void known(String attribute) {
    if (network.actors().stream().noneMatch(actor -> actor.attributes().containsKey(attribute))) {
      throw new BadNetwork(
          "No actor has an attribute %s. Maybe it is a column of another name, or --nodes is missing."
              .formatted(attribute));
    }
  }

  private void keyPlayers() {
    KeyPlayers negative = KeyPlayers.negative(graph, asked.keyPlayers(), settings.seed(), progress);
    figures.put("keyPlayers", ids(negative.players()));
    figures.put("fragmentation", negative.value());
    figures.put("fragmentationBefore", negative.before());
    figures.put("keyPlayersExhaustive", negative.exhaustive());
    KeyPlayers positive = KeyPlayers.positive(graph, asked.keyPlayers(), settings.seed(), progress);
    figures.put("reachPlayers", ids(positive.players()));
    figures.put("reach", positive.value());
    figures.put("reachPlayersExhaustive", positive.exhaustive());
  }

  private List<String> ids(int[] players) {
    return Arrays.stream(players).mapToObj(graph::id).toList();
  }

  private void attribute() {
    String name = asked.attribute();
    known(name);
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
            asked.removal().equals("degree") ? Stabilities::degree : Stabilities::betweenness,
            asked.block(),
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
}
