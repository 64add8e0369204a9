package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Closeness where strong ties are short: a tie is as long as one divided by its weight (Newman
 * 2001), and ties without a positive weight are not followed. Otherwise as {@link
 * Geodesics#closeness}; above 1 is possible, since ties may be shorter than 1. {@code O(sources ·
 * ties · log n)} on all cores; the result does not depend on their number.
 */
public final class WeightedCloseness {
  private static final int STRANDS = 8;

  private record Reached(int vertex, double length) {}

  private final Graph graph;
  private final double[] length;
  private final double[] distance;
  private final int[] reached;

  private WeightedCloseness(Graph graph) {
    this.graph = graph;
    length = new double[graph.size()];
    distance = new double[graph.size()];
    reached = new int[graph.size()];
  }

  /**
   * The closeness of each vertex.
   *
   * @param sources from how many vertices ways are followed, drawn at random; all if there are no
   *     more
   */
  public static double[] of(Graph graph, int sources, long seed, Progress progress) {
    int n = graph.size();
    int[] from =
        sources >= n ? IntStream.range(0, n).toArray() : Sample.of(n, Math.max(1, sources), seed);
    int strands = Math.min(STRANDS, Math.max(1, from.length));
    List<WeightedCloseness> parts =
        ParallelParts.all(
            IntStream.range(0, strands).boxed().toList(),
            strand -> strand(graph, from, strand, strands, progress));
    double[] closeness = new double[n];
    for (int v = 0; v < n; v++) {
      double far = 0;
      double who = 0;
      for (WeightedCloseness part : parts) {
        far += part.distance[v];
        who += part.reached[v];
      }
      closeness[v] = far > 0 ? who / far * who * n / from.length / (n - 1) : 0;
    }
    return closeness;
  }

  private static WeightedCloseness strand(
      Graph graph, int[] from, int strand, int strands, Progress progress) {
    WeightedCloseness part = new WeightedCloseness(graph);
    for (int i = strand; i < from.length; i += strands) {
      Progress.stillWanted();
      part.from(from[i]);
      if (strand == 0) {
        progress.on("ways by weight", i, from.length);
      }
    }
    return part;
  }

  private void from(int source) {
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> waiting =
        new PriorityQueue<>((a, b) -> Double.compare(a.length(), b.length()));
    length[source] = 0;
    waiting.add(new Reached(source, 0));
    while (!waiting.isEmpty()) {
      Reached next = waiting.remove();
      int v = next.vertex();
      if (next.length() > length[v]) {
        continue;
      }
      if (v != source) {
        distance[v] += next.length();
        reached[v]++;
      }
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        double weight = graph.weight(at);
        double far = weight > 0 ? length[v] + 1 / weight : Double.POSITIVE_INFINITY;
        int w = graph.neighbour(at);
        if (far < length[w]) {
          length[w] = far;
          waiting.add(new Reached(w, far));
        }
      }
    }
  }
}
