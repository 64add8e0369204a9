package org.passerelle.network;

import java.util.Arrays;
import java.util.List;

/**
 * A simple graph of numbered vertices in compressed sparse row format: without loops and parallel
 * ties. Immutable; safe for concurrent use. An undirected tie is in the rows of both its ends.
 *
 * <pre>
 * for (int at = graph.begin(v); at &lt; graph.end(v); at++) {
 *   int neighbour = graph.neighbour(at);
 * }
 * </pre>
 *
 * A row is sorted by neighbour.
 */
public final class Graph {
  private final List<String> ids;
  private final boolean directed;
  private final int[] offsets;
  private final int[] neighbours;
  private final double[] weights;
  private final int loops;

  Graph(
      List<String> ids,
      boolean directed,
      int[] offsets,
      int[] neighbours,
      double[] weights,
      int loops) {
    this.ids = List.copyOf(ids);
    this.directed = directed;
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.weights = weights;
    this.loops = loops;
  }

  /** Number of vertices, numbered from 0. */
  public int size() {
    return ids.size();
  }

  /** Number of ties: arcs of a directed graph, edges of an undirected one. */
  public int ties() {
    return directed ? neighbours.length : neighbours.length / 2;
  }

  /** Whether ties have a direction. */
  public boolean directed() {
    return directed;
  }

  /** Number of ties from an actor to itself that were left out. */
  public int loops() {
    return loops;
  }

  /** Ids of the vertices. */
  public List<String> ids() {
    return ids;
  }

  /** Id of a vertex. */
  public String id(int v) {
    return ids.get(v);
  }

  /** Start of a vertex's row. */
  public int begin(int v) {
    return offsets[v];
  }

  /** End of a vertex's row, exclusive. */
  public int end(int v) {
    return offsets[v + 1];
  }

  /** The neighbour at a position of a row. */
  public int neighbour(int at) {
    return neighbours[at];
  }

  /** The weight of the tie at a position of a row; 1 by default. */
  public double weight(int at) {
    return weights[at];
  }

  /** Number of outgoing ties of a vertex; all of its ties in an undirected graph. */
  public int outDegree(int v) {
    return offsets[v + 1] - offsets[v];
  }

  /** Total number of positions in all rows. */
  public int places() {
    return neighbours.length;
  }

  /** Whether there is a tie from one vertex to another. Logarithmic in the degree. */
  public boolean contains(int from, int to) {
    return Arrays.binarySearch(neighbours, offsets[from], offsets[from + 1], to) >= 0;
  }

  /** The same vertices with every arc reversed; an undirected graph is unchanged. */
  public Graph reversed() {
    if (!directed) {
      return this;
    }
    GraphBuilder builder = new GraphBuilder(ids, neighbours.length);
    for (int v = 0; v < size(); v++) {
      for (int at = begin(v); at < end(v); at++) {
        builder.add(neighbours[at], v, weights[at]);
      }
    }
    return builder.build(true, GraphBuilder.Parallel.SUM);
  }

  /**
   * The same ties without direction; opposite arcs become one tie with the sum of their weights.
   */
  public Graph undirected() {
    if (!directed) {
      return this;
    }
    GraphBuilder builder = new GraphBuilder(ids, neighbours.length);
    for (int v = 0; v < size(); v++) {
      for (int at = begin(v); at < end(v); at++) {
        builder.add(v, neighbours[at], weights[at]);
      }
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  /** The same ties, each with weight 1. */
  public Graph unweighted() {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    return new Graph(ids, directed, offsets, neighbours, ones, loops);
  }

  /**
   * The graph without some vertices; the others keep their order and ids.
   *
   * @param removed vertices to remove
   */
  public Graph without(boolean[] removed) {
    int[] number = new int[size()];
    int kept = 0;
    for (int v = 0; v < size(); v++) {
      number[v] = removed[v] ? -1 : kept++;
    }
    String[] names = new String[kept];
    GraphBuilder builder = new GraphBuilder(names.length, neighbours.length);
    for (int v = 0; v < size(); v++) {
      if (removed[v]) {
        continue;
      }
      names[number[v]] = ids.get(v);
      for (int at = begin(v); at < end(v); at++) {
        int w = neighbours[at];
        if (!removed[w] && (directed || v < w)) {
          builder.add(number[v], number[w], weights[at]);
        }
      }
    }
    return builder.named(List.of(names)).build(directed, GraphBuilder.Parallel.SUM);
  }
}
