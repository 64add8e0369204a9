package org.passerelle.bench;

import java.util.SplittableRandom;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;

/**
 * A network with known groups: group sizes and degrees have long tails, and one tie in five leads
 * out of its group (after Lancichinetti, Fortunato and Radicchi 2008, simplified).
 */
final class PlantedNetwork {
  private static final double OUTSIDE = 0.2;
  private static final double TAIL = 2.0;
  private static final int SMALLEST = 20;
  private static final int LARGEST = 1_000;

  private final Graph graph;
  private final int[] group;

  private PlantedNetwork(Graph graph, int[] group) {
    this.graph = graph;
    this.group = group;
  }

  Graph graph() {
    return graph;
  }

  /** The group of each vertex; vertices of a group are numbered consecutively. */
  int[] group() {
    return group;
  }

  /** Draws the given number of vertices and distinct ties; the same seed gives the same network. */
  static PlantedNetwork of(int size, int ties, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] group = new int[size];
    int[] begin = new int[size + 1];
    int groups = 0;
    for (int v = 0; v < size; groups++) {
      begin[groups] = v;
      int members = Math.min(size - v, pareto(random, SMALLEST, LARGEST));
      for (int end = v + members; v < end; v++) {
        group[v] = groups;
      }
    }
    begin[groups] = size;
    return new PlantedNetwork(ties(size, ties, group, begin, random), group);
  }

  private static Graph ties(int size, int ties, int[] group, int[] begin, SplittableRandom random) {
    double[] sum = new double[size + 1];
    for (int v = 0; v < size; v++) {
      sum[v + 1] = sum[v] + pareto(random, 4, 300);
    }
    java.util.Set<Long> known = new java.util.HashSet<>(2 * ties);
    GraphBuilder builder = new GraphBuilder(size, ties);
    while (known.size() < ties) {
      int v = draw(sum, 0, size, random);
      boolean outside = random.nextDouble() < OUTSIDE;
      int from = outside ? 0 : begin[group[v]];
      int to = outside ? size : begin[group[v] + 1];
      int w = draw(sum, from, to, random);
      if (v != w && known.add((long) Math.min(v, w) * size + Math.max(v, w))) {
        builder.add(v, w, 1);
      }
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  private static int pareto(SplittableRandom random, int least, int most) {
    double drawn = least / Math.pow(1 - random.nextDouble(), 1 / (TAIL - 1 + 0.5));
    return (int) Math.min(most, drawn);
  }

  /** Draws a vertex of a range in proportion to its weight. */
  private static int draw(double[] sum, int from, int to, SplittableRandom random) {
    double at = sum[from] + random.nextDouble() * (sum[to] - sum[from]);
    int low = from;
    int high = to - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sum[middle + 1] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
