package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Betweenness with tie weights as lengths (Brandes 2001, with Dijkstra's search), as NetworkX
 * computes it. {@code O(n · m log n)}. If strong ties should be short, convert weights to lengths
 * first.
 */
public final class WeightedBetweenness {
  private record Reached(int vertex, double length) {}

  private final Graph graph;
  private final double[] length;
  private final double[] paths;
  private final double[] dependency;
  private final boolean[] settled;
  private final int[] order;

  private WeightedBetweenness(Graph graph) {
    this.graph = graph;
    int n = graph.size();
    length = new double[n];
    paths = new double[n];
    dependency = new double[n];
    settled = new boolean[n];
    order = new int[n];
  }

  /**
   * Normalised betweenness of each vertex.
   *
   * @throws BadNetwork if a length is not positive
   */
  public static double[] of(Graph graph, Progress progress) {
    for (int at = 0; at < graph.places(); at++) {
      if (!(graph.weight(at) > 0)) {
        throw new BadNetwork(
            "A tie has the length %s. Maybe lengths above 0 are missing."
                .formatted(graph.weight(at)));
      }
    }
    WeightedBetweenness search = new WeightedBetweenness(graph);
    int n = graph.size();
    double[] sum = new double[n];
    for (int source = 0; source < n; source++) {
      progress.on("shortest paths", source, n);
      search.from(source, sum);
    }
    double pairs = (n - 1.0) * (n - 2.0);
    for (int v = 0; v < n; v++) {
      sum[v] = pairs <= 0 ? 0 : sum[v] / pairs;
    }
    return sum;
  }

  private void from(int source, double[] sum) {
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    Arrays.fill(paths, 0);
    Arrays.fill(dependency, 0);
    Arrays.fill(settled, false);
    PriorityQueue<Reached> waiting =
        new PriorityQueue<>((a, b) -> Double.compare(a.length(), b.length()));
    length[source] = 0;
    paths[source] = 1;
    waiting.add(new Reached(source, 0));
    int done = 0;
    while (!waiting.isEmpty()) {
      int v = waiting.remove().vertex();
      if (!settled[v]) {
        settled[v] = true;
        order[done++] = v;
        reach(v, waiting);
      }
    }
    accumulate(source, done, sum);
  }

  private void reach(int v, PriorityQueue<Reached> waiting) {
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      int w = graph.neighbour(at);
      double far = length[v] + graph.weight(at);
      if (far < length[w]) {
        length[w] = far;
        paths[w] = paths[v];
        waiting.add(new Reached(w, far));
      } else if (far == length[w]) {
        paths[w] += paths[v];
      }
    }
  }

  private void accumulate(int source, int done, double[] sum) {
    for (int i = done - 1; i >= 0; i--) {
      int v = order[i];
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        if (length[v] + graph.weight(at) == length[w]) {
          dependency[v] += paths[v] / paths[w] * (1 + dependency[w]);
        }
      }
      if (v != source) {
        sum[v] += dependency[v];
      }
    }
  }
}
