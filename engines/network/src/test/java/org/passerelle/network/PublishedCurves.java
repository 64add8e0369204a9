package org.passerelle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.RemovalCurve;
import org.passerelle.network.measure.WeightedBetweenness;

/**
 * The removal curves of Cavallaro and others, with the conventions of their programs: of parallel
 * ties the last one's weight counts, a weight is a length for betweenness and a strength for the
 * degree, and among equals the last one to appear is removed first.
 */
final class PublishedCurves {
  private static final int ROWS = 10;

  private PublishedCurves() {}

  static List<Published.Row> rows() {
    List<Published.Row> rows = new ArrayList<>();
    for (String mode : List.of("sequential", "block")) {
      for (String layer : List.of("meeting", "phone_calls")) {
        for (String weights : List.of("Unweighted", "Weighted")) {
          boolean weighted = weights.equals("Weighted");
          String name = "montagna_disruption_%s_%s_%s".formatted(mode, layer, weights);
          int block = mode.equals("block") ? 5 : 1;
          curve(rows, name, layer, block, 2, "betweenness", betweenness(weighted));
          curve(rows, name, layer, block, 5, "degree", degree(weighted));
        }
      }
    }
    return rows;
  }

  private static Function<Graph, double[]> betweenness(boolean weighted) {
    return weighted
        ? graph -> WeightedBetweenness.of(graph, Progress.SILENT)
        : graph -> Geodesics.exact(graph, Progress.SILENT).betweenness();
  }

  private static Function<Graph, double[]> degree(boolean weighted) {
    return weighted
        ? Degrees::strength
        : graph -> Arrays.stream(Degrees.of(graph)).asDoubleStream().toArray();
  }

  private static void curve(
      List<Published.Row> rows,
      String name,
      String layer,
      int block,
      int column,
      String what,
      Function<Graph, double[]> measure) {
    String file = layer.equals("meeting") ? "montagna_meetings.tsv" : "montagna_phonecalls.tsv";
    Graph graph = Reference.network(file, false, null).graph(false, GraphBuilder.Parallel.LAST);
    RemovalCurve curve =
        RemovalCurve.of(graph, measure, block, ROWS, RemovalCurve.Among.LATEST, Progress.SILENT);
    List<String[]> there = Reference.rows(name + ".csv", ",");
    for (int step = 0; step < ROWS; step++) {
      rows.add(
          Published.row(
              name,
              "%s, %s removed".formatted(what, there.get(step)[1]),
              there.get(step)[column],
              curve.steps().get(step).share(),
              ""));
    }
  }
}
