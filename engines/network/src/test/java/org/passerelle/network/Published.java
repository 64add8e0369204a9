package org.passerelle.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.passerelle.network.measure.Brokerage;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Triangles;

/** Every published value beside ours. */
final class Published {
  /**
   * One value.
   *
   * @param reference as printed there
   * @param difference between the two; 0 for equal texts
   * @param tolerance half a unit of the last printed digit, or 1e-9 if more are printed
   */
  record Row(
      String network,
      String what,
      String reference,
      String here,
      double difference,
      double tolerance,
      String note) {
    boolean agrees() {
      return difference <= tolerance;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  private Published() {}

  static List<Row> all() {
    Published published = new Published();
    Reference.metrics().forEach(published::metrics);
    published.readme();
    published.brokerage();
    published.rows.addAll(PublishedCurves.rows());
    return published.rows;
  }

  private void number(String network, String what, JsonNode reference, double here) {
    number(network, what, reference.asText(), here);
  }

  private void number(String network, String what, String reference, double here) {
    rows.add(row(network, what, reference, here, ""));
  }

  static Row row(String network, String what, String reference, double here, String note) {
    int point = reference.indexOf('.');
    int digits = point < 0 ? 0 : reference.length() - point - 1;
    double tolerance = Math.max(digits > 8 ? 1e-9 : 0.5 * Math.pow(10, -digits) + 1e-12, 1e-12);
    boolean whole = point < 0;
    return new Row(
        network,
        what,
        reference,
        whole && here == Math.rint(here)
            ? Long.toString((long) here)
            : String.format(Locale.ROOT, "%.12g", here),
        Math.abs(here - Double.parseDouble(reference)),
        whole ? 0 : tolerance,
        note);
  }

  private void metrics(String file, JsonNode there) {
    Graph graph = Reference.graph(file);
    Graph arcs = Reference.network(file, true, null).graph(true, GraphBuilder.Parallel.SUM);
    Components parts = Components.of(graph);
    int[] degree = Degrees.of(graph);
    number(file, "actors", there.get("n"), graph.size());
    number(file, "ties", there.get("m"), graph.ties());
    number(file, "ties with direction", there.get("arcs"), arcs.ties());
    number(file, "density", there.get("density"), Degrees.density(graph));
    number(file, "mean degree", there.get("avgdeg"), Arrays.stream(degree).average().orElse(0));
    number(file, "highest degree", there.get("maxdeg"), Arrays.stream(degree).max().orElse(0));
    number(file, "components", there.get("comps"), parts.count());
    number(file, "largest component", there.get("giant"), parts.largest());
    number(
        file,
        "isolates",
        there.get("isolates"),
        (double) Arrays.stream(degree).filter(d -> d == 0).count());
    geodesics(file, there, graph, parts);
    cohesion(file, there, graph);
    top(
        file,
        "degree",
        there.get("top_deg"),
        graph,
        Arrays.stream(degree).asDoubleStream().toArray());
    groups(file, there.get("leiden_Qmax_k"), graph);
  }

  private void geodesics(String file, JsonNode there, Graph graph, Components parts) {
    Geodesics paths = Geodesics.exact(graph, Progress.SILENT);
    number(file, "diameter", there.get("diam"), paths.diameter());
    number(
        file,
        "mean distance in the largest component",
        there.get("apl"),
        paths.meanDistance(parts, 0));
    number(
        file,
        "betweenness centralisation",
        there.get("betw_centralization"),
        Degrees.betweennessCentralisation(paths.betweenness()));
    top(file, "betweenness", there.get("top_betw"), graph, paths.betweenness());
  }

  private void cohesion(String file, JsonNode there, Graph graph) {
    Triangles triangles = Triangles.of(graph, Progress.SILENT);
    number(file, "average local clustering", there.get("cc_avg"), triangles.averageLocal());
    number(file, "transitivity", there.get("trans"), triangles.transitivity());
    number(
        file,
        "degree centralisation",
        there.get("deg_centralization"),
        Degrees.centralisation(graph));
    int[] cores = Cores.of(graph);
    int most = Arrays.stream(cores).max().orElse(0);
    number(file, "highest core", there.get("maxcore"), most);
    number(
        file,
        "actors of the highest core",
        there.get("nmaxcore"),
        (double) Arrays.stream(cores).filter(c -> c == most).count());
    number(file, "cut points", there.get("cutpoints"), CutPoints.of(graph).count());
  }

  /** The five highest: the actors, ties in any order, and their values. */
  private void top(String file, String what, JsonNode there, Graph graph, double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(v -> -values[v]).thenComparing(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < there.size(); i++) {
      String id = there.get(i).get(0).asText();
      int v = graph.ids().indexOf(id);
      boolean equal = values[order[i]] == values[v];
      number(
          file,
          "%s, place %d: actor %s".formatted(what, i + 1, id),
          there.get(i).get(1),
          equal ? values[v] : Double.NaN);
    }
  }

  private void groups(String file, JsonNode there, Graph graph) {
    Groups groups = Groups.of(graph, 1, Groups.usualStarts(graph), 1, Progress.SILENT);
    double reference = there.get(0).asDouble();
    rows.add(
        new Row(
            file,
            "modularity of Leiden's groups",
            there.get(0).asText(),
            String.format(Locale.ROOT, "%.12g", groups.modularity()),
            Math.max(0, reference - groups.modularity()),
            0.5e-4,
            "as high or higher; %d groups there, %d here"
                .formatted(there.get(1).asInt(), groups.sizes().length)));
  }

  private void readme() {
    Graph mexico = Reference.graph("mexico_ht_Data.txt");
    number("mexico_ht_Data.txt", "density", "0.401", Degrees.density(mexico));
    number(
        "mexico_ht_Data.txt",
        "degree centralisation, %",
        "44.32",
        100 * Degrees.centralisation(mexico));
    number(
        "mexico_ht_labels.csv",
        "role labels, as written but for a number after a blank (Estafeta and Estafeta1 are two)",
        "12",
        (double)
            Reference.network("mexico_ht_Data.txt", false, "mexico_ht_labels.csv").actors().stream()
                .map(actor -> actor.label().replaceAll("\\s+\\d+$", ""))
                .distinct()
                .count());
    Graph caviar = Reference.graph("caviar.directed.tsv");
    double[] betweenness = Geodesics.exact(caviar, Progress.SILENT).betweenness();
    number("caviar", "betweenness of 1", "0.6375", betweenness[caviar.ids().indexOf("1")]);
    number("caviar", "betweenness of 12", "0.2921", betweenness[caviar.ids().indexOf("12")]);
    boolean[] both = new boolean[caviar.size()];
    both[caviar.ids().indexOf("1")] = true;
    both[caviar.ids().indexOf("12")] = true;
    number(
        "caviar", "components without 1 and 12", "35", Components.of(caviar.without(both)).count());
    keyPlayers(caviar, 1, "0.3643", List.of("1"));
    keyPlayers(caviar, 2, "0.5573", List.of("1", "12"));
    Groups groups = Groups.of(caviar, 1, Groups.usualStarts(caviar), 1, Progress.SILENT);
    number("caviar", "groups of Leiden's best", "7", groups.sizes().length);
    rows.add(
        new Row(
            "caviar",
            "modularity that has been reached",
            "0.482",
            String.format(Locale.ROOT, "%.12g", groups.modularity()),
            Math.max(0, 0.482 - groups.modularity()),
            0.5e-3,
            ""));
    Graph infinito = Reference.graph("ndrangheta_infinito_2mode.csv");
    number("ndrangheta_infinito", "persons", "156", infinito.size());
    number("ndrangheta_infinito", "ties of the projection", "1619", infinito.ties());
    number(
        "ndrangheta_infinito",
        "persons with a tie",
        "151",
        (double) Arrays.stream(Degrees.of(infinito)).filter(d -> d > 0).count());
  }

  private void keyPlayers(Graph caviar, int k, String fragmentation, List<String> players) {
    KeyPlayers found = KeyPlayers.negative(caviar, k, 1, Progress.SILENT);
    boolean same =
        Arrays.stream(found.players()).mapToObj(caviar::id).toList().equals(players)
            && found.exhaustive();
    number(
        "caviar",
        "fragmentation without the key players " + String.join(", ", players),
        fragmentation,
        same ? found.value() : Double.NaN);
  }

  private void brokerage() {
    CaseNetwork gang = Reference.network("london_gang.tsv", false, "london_gang_attr.csv");
    Graph graph = gang.graph(false, GraphBuilder.Parallel.SUM);
    Map<String, Integer> places = new HashMap<>();
    int[] place =
        gang.actors().stream()
            .mapToInt(
                actor -> places.computeIfAbsent(actor.value("Birthplace"), name -> places.size()))
            .toArray();
    Brokerage brokerage = Brokerage.of(graph, place, Progress.SILENT);
    int[] totals = {370, 586, 1117, 1117, 1578};
    for (int role = 0; role < totals.length; role++) {
      number(
          "london_gang",
          "brokerage, all: " + Brokerage.ROLES.get(role),
          Integer.toString(totals[role]),
          Arrays.stream(brokerage.counts().get(role)).sum());
    }
    Map<String, Integer> number = gang.numbers();
    for (String[] row : Reference.rows("london_gang_gf_reference_sna2.8.tsv", "\t")) {
      int v = number.getOrDefault(row[0], -1);
      int[] here =
          IntStream.concat(
                  brokerage.counts().stream().mapToInt(counts -> counts[v]),
                  IntStream.of(brokerage.total(v)))
              .toArray();
      int[] there = Arrays.stream(row).skip(1).mapToInt(Integer::parseInt).toArray();
      rows.add(
          new Row(
              "london_gang",
              "brokerage of " + row[0] + ": w_I w_O b_IO b_OI b_O t",
              Arrays.toString(there),
              Arrays.toString(here),
              IntStream.range(0, 6).map(i -> Math.abs(here[i] - there[i])).sum(),
              0,
              ""));
    }
  }
}
