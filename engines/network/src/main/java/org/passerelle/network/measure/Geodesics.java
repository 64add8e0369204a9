package org.passerelle.network.measure;

import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Measures based on shortest paths, computed in one pass from every source (Brandes 2001, A faster
 * algorithm for betweenness centrality) or from a sample of sources (Brandes and Pich 2007). {@code
 * O(sources · (vertices + ties))}, on all cores; the result does not depend on their number.
 *
 * @param betweenness share of shortest paths between others through each vertex, from 0 to 1:
 *     divided by {@code (n-1)(n-2)/2} in an undirected graph and {@code (n-1)(n-2)} in a directed
 *     one
 * @param closeness {@code (r-1)/Σd · (r-1)/(n-1)} over the {@code r} vertices that reach each
 *     vertex (Wasserman and Faust 1994), so that an isolated pair is not close to all; in a
 *     directed graph along incoming ties
 * @param closenessWithin {@code (r-1)/Σd}; 0 for a vertex that nobody reaches
 * @param diameter longest shortest path found
 * @param meanDistance mean over the ordered pairs that reach each other; NaN without any
 * @param distance sum of the distances from the sources to each vertex
 * @param reached number of sources that reach each vertex, itself excluded
 * @param sources number of sources used
 */
public record Geodesics(
    double[] betweenness,
    double[] closeness,
    double[] closenessWithin,
    int diameter,
    double meanDistance,
    long[] distance,
    int[] reached,
    int sources) {

  /** From every source. */
  public static Geodesics exact(Graph graph, Progress progress) {
    return new GeodesicPass(graph, null, progress).run();
  }

  /**
   * From a sample of sources without replacement; betweenness and distances are scaled up.
   *
   * @param sources number of sources; all if it is at least the number of vertices
   */
  public static Geodesics sampled(Graph graph, int sources, long seed, Progress progress) {
    if (sources >= graph.size()) {
      return exact(graph, progress);
    }
    return new GeodesicPass(graph, Sample.of(graph.size(), sources, seed), progress).run();
  }

  /** Whether every source was used. */
  public boolean isExact() {
    return sources == betweenness.length;
  }

  /** The mean distance within one component; NaN for a single vertex. */
  public double meanDistance(Components parts, int part) {
    long total = 0;
    long paths = 0;
    for (int v = 0; v < distance.length; v++) {
      if (parts.of()[v] == part) {
        total += distance[v];
        paths += reached[v];
      }
    }
    return paths == 0 ? Double.NaN : (double) total / paths;
  }
}
