package org.passerelle.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects ties and builds a {@link Graph}. Not thread-safe. */
public final class GraphBuilder {
  /** Treatment of several ties between the same two vertices. */
  public enum Parallel {
    /** One tie with the sum of the weights. */
    SUM,
    /** One tie with the weight that was added last. */
    LAST
  }

  private final int size;
  private List<String> ids;
  private int[] from;
  private int[] to;
  private double[] weight;
  private int ties;
  private int loops;

  /** For vertices with ids. */
  public GraphBuilder(List<String> ids, int ties) {
    this(ids.size(), ties);
    this.ids = ids;
  }

  /** For vertices identified by their numbers, from 0. */
  public GraphBuilder(int size, int ties) {
    this.size = size;
    this.ids = List.of();
    from = new int[Math.max(ties, 16)];
    to = new int[from.length];
    weight = new double[from.length];
  }

  GraphBuilder named(List<String> names) {
    ids = names;
    return this;
  }

  /** Adds a tie; a loop is counted and left out. */
  public void add(int source, int target, double value) {
    if (source < 0 || source >= size || target < 0 || target >= size) {
      throw new BadNetwork(
          "A tie leads from %d to %d. Maybe one of them is not a vertex: they are numbered from 0 to %d."
              .formatted(source, target, size - 1));
    }
    if (source == target) {
      loops++;
      return;
    }
    if (ties == from.length) {
      int larger = from.length + (from.length >> 1);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      weight = Arrays.copyOf(weight, larger);
    }
    from[ties] = source;
    to[ties] = target;
    weight[ties++] = value;
  }

  /** Builds the graph. Linear in vertices and ties. */
  public Graph build(boolean directed, Parallel parallel) {
    int all = directed ? ties : 2 * ties;
    int[] byTarget = sorted(all, directed);
    int[] offsets = new int[size + 1];
    for (int e : byTarget) {
      offsets[source(e) + 1]++;
    }
    for (int v = 0; v < size; v++) {
      offsets[v + 1] += offsets[v];
    }
    int[] next = Arrays.copyOf(offsets, size);
    int[] neighbours = new int[all];
    double[] weights = new double[all];
    for (int e : byTarget) {
      int place = next[source(e)]++;
      neighbours[place] = target(e);
      weights[place] = weight[e < ties ? e : e - ties];
    }
    return merged(offsets, neighbours, weights, directed, parallel);
  }

  /** Tie numbers sorted by target vertex; from {@code ties} on they are reversed. */
  private int[] sorted(int all, boolean directed) {
    int[] begin = new int[size + 1];
    for (int e = 0; e < all; e++) {
      begin[target(e) + 1]++;
    }
    for (int v = 0; v < size; v++) {
      begin[v + 1] += begin[v];
    }
    int[] order = new int[all];
    for (int e = 0; e < ties; e++) {
      order[begin[target(e)]++] = e;
      if (!directed) {
        order[begin[target(e + ties)]++] = e + ties;
      }
    }
    return order;
  }

  private int source(int e) {
    return e < ties ? from[e] : to[e - ties];
  }

  private int target(int e) {
    return e < ties ? to[e] : from[e - ties];
  }

  private Graph merged(
      int[] offsets, int[] neighbours, double[] weights, boolean directed, Parallel parallel) {
    int kept = 0;
    int begin = 0;
    for (int v = 0; v < size; v++) {
      int end = offsets[v + 1];
      int first = kept;
      for (int at = begin; at < end; at++) {
        if (kept > first && neighbours[kept - 1] == neighbours[at]) {
          weights[kept - 1] =
              parallel == Parallel.SUM ? weights[kept - 1] + weights[at] : weights[at];
        } else {
          neighbours[kept] = neighbours[at];
          weights[kept++] = weights[at];
        }
      }
      begin = end;
      offsets[v + 1] = kept;
    }
    return new Graph(
        ids.size() == size ? ids : IntStream.range(0, size).mapToObj(Integer::toString).toList(),
        directed,
        offsets,
        Arrays.copyOf(neighbours, kept),
        Arrays.copyOf(weights, kept),
        loops);
  }
}
