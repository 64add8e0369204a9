package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;

/** Degrees of the vertices. */
public final class Degrees {
  private Degrees() {}

  /** Degree of each vertex; in a directed graph the sum of in- and out-degree. */
  public static int[] of(Graph graph) {
    int[] degree = in(graph);
    if (graph.directed()) {
      for (int v = 0; v < graph.size(); v++) {
        degree[v] += graph.outDegree(v);
      }
    }
    return degree;
  }

  /** In-degree of each vertex. */
  public static int[] in(Graph graph) {
    int[] degree = new int[graph.size()];
    for (int at = 0; at < graph.places(); at++) {
      degree[graph.neighbour(at)]++;
    }
    return degree;
  }

  /** Sum of the weights of outgoing ties of each vertex. */
  public static double[] strength(Graph graph) {
    double[] strength = new double[graph.size()];
    for (int v = 0; v < graph.size(); v++) {
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        strength[v] += graph.weight(at);
      }
    }
    return strength;
  }

  /** Sum of the weights of incoming ties of each vertex. */
  public static double[] strengthIn(Graph graph) {
    double[] strength = new double[graph.size()];
    for (int at = 0; at < graph.places(); at++) {
      strength[graph.neighbour(at)] += graph.weight(at);
    }
    return strength;
  }

  /** Whether any tie has another weight than 1. */
  public static boolean isWeighted(Graph graph) {
    return IntStream.range(0, graph.places()).anyMatch(at -> graph.weight(at) != 1);
  }

  /** Number of ties divided by the possible number; NaN with fewer than two vertices. */
  public static double density(Graph graph) {
    double n = graph.size();
    return n < 2 ? Double.NaN : graph.ties() / (n * (n - 1) / (graph.directed() ? 1 : 2));
  }

  /**
   * Freeman's degree centralisation (1979): how concentrated the ties are on one vertex, 1 for a
   * star. In a directed graph for the sum of both directions. NaN with fewer than three vertices.
   */
  public static double centralisation(Graph graph) {
    double n = graph.size();
    int[] degree = of(graph);
    double most = Arrays.stream(degree).max().orElse(0);
    double sum = Arrays.stream(degree).mapToDouble(d -> most - d).sum();
    return n < 3 ? Double.NaN : sum / ((n - 1) * (n - 2) * (graph.directed() ? 2 : 1));
  }

  /**
   * Freeman's centralisation of a normalised betweenness: {@code Σ(max − b)/(n − 1)}. NaN with
   * fewer than three vertices.
   */
  public static double betweennessCentralisation(double[] betweenness) {
    double most = Arrays.stream(betweenness).max().orElse(0);
    double sum = Arrays.stream(betweenness).map(b -> most - b).sum();
    return betweenness.length < 3 ? Double.NaN : sum / (betweenness.length - 1);
  }
}
