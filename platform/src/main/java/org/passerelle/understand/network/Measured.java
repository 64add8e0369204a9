package org.passerelle.understand.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.PageRank;

/**
 * Measures of the displayed network, side by side and never combined into one score. Immutable.
 *
 * @param network the measured network
 * @param graph its simple graph
 * @param groups groups by the Leiden algorithm, at the requested resolution
 */
public record Measured(
    CaseNetwork network,
    Graph graph,
    Map<String, Integer> numbers,
    int[] degree,
    double[] betweenness,
    double[] closeness,
    double[] pageRank,
    int[] core,
    double[] constraint,
    boolean[] cut,
    int parts,
    Groups groups) {
  /** Names of the measures that can be shown by size or colour. */
  public static final List<String> NAMES =
      List.of("degree", "betweenness", "closeness", "pageRank", "core", "constraint");

  private static final long SEED = 1;
  private static final int SOURCES = 500;
  private static final int EXACT = 5_000;
  private static final int STARTS = 5;

  /** Computes the measures. */
  public static Measured of(CaseNetwork network, double resolution) {
    Graph graph = network.graph(false, GraphBuilder.Parallel.SUM);
    Geodesics paths =
        graph.size() <= EXACT
            ? Geodesics.exact(graph, Progress.SILENT)
            : Geodesics.sampled(graph, SOURCES, SEED, Progress.SILENT);
    return new Measured(
        network,
        graph,
        Map.copyOf(network.numbers()),
        Degrees.of(graph),
        paths.betweenness(),
        paths.closeness(),
        PageRank.of(graph, Progress.SILENT),
        Cores.of(graph),
        Constraint.of(graph, Progress.SILENT),
        CutPoints.of(graph).articulation(),
        Components.of(graph).count(),
        Groups.of(graph, resolution, STARTS, SEED, Progress.SILENT));
  }

  /** Values of a measure by index; NaN where undefined. */
  public double[] values(String measure) {
    return switch (measure) {
      case "degree" -> doubles(degree);
      case "betweenness" -> betweenness;
      case "closeness" -> closeness;
      case "pageRank" -> pageRank;
      case "core" -> doubles(core);
      case "constraint" -> constraint;
      default -> new double[graph.size()];
    };
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  /** The index of an actor; null if it is not displayed. */
  public @Nullable Integer number(String id) {
    return numbers.get(id);
  }

  /**
   * An actor's rank by a measure among those of the same kind who are not victims, 1 for the first;
   * equal values share a rank. Constraint is ranked in ascending order.
   */
  public int place(int v, String measure) {
    double[] values = values(measure);
    double own = values[v];
    return 1
        + (int)
            IntStream.range(0, graph.size())
                .filter(w -> ranked(w, v))
                .filter(w -> measure.equals("constraint") ? values[w] < own : values[w] > own)
                .count();
  }

  /** Number of ranked actors. */
  public int among(int v) {
    return (int) IntStream.range(0, graph.size()).filter(w -> ranked(w, v)).count();
  }

  private boolean ranked(int w, int v) {
    return !network.actors().get(w).victim()
        && network.actors().get(w).kind() == network.actors().get(v).kind();
  }

  /** Indexes in the order of a measure, the highest first; victims are not ranked. */
  public List<Integer> ranking(String measure) {
    double[] values = values(measure);
    double sign = measure.equals("constraint") ? 1 : -1;
    return IntStream.range(0, graph.size())
        .boxed()
        .filter(v -> !network.actors().get(v).victim())
        .sorted(
            Comparator.comparingDouble(
                    (Integer v) -> Double.isNaN(values[v]) ? Double.MAX_VALUE : sign * values[v])
                .thenComparing(v -> network.actors().get(v).label()))
        .toList();
  }
}
