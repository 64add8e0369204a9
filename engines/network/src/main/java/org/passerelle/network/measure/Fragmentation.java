package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;

/**
 * Fragmentation of a graph after removing vertices: the share of pairs of the remaining vertices
 * that no longer reach each other (Borgatti 2006, equation 4). The effect of each single further
 * removal is computed for all vertices in one linear search.
 */
final class Fragmentation {
  private final Graph graph;
  private final int[] number;
  private final int[] low;
  private final int[] parent;
  private final int[] next;
  private final int[] order;
  private final int[] below;
  private final double[] pieces;
  private final int[] hanging;
  private final double[] pairsWithout;
  private double pairs;

  Fragmentation(Graph graph) {
    this.graph = graph;
    int n = graph.size();
    number = new int[n];
    low = new int[n];
    parent = new int[n];
    next = new int[n];
    order = new int[n];
    below = new int[n];
    pieces = new double[n];
    hanging = new int[n];
    pairsWithout = new double[n];
  }

  /**
   * Analyses the graph without these vertices; {@link #now} and {@link #without} then return
   * results.
   */
  void look(boolean[] removed) {
    Arrays.fill(number, -1);
    pairs = 0;
    for (int v = 0; v < number.length; v++) {
      if (number[v] < 0 && !removed[v]) {
        int size = search(v, removed);
        double within = size * (size - 1.0);
        pairs += within;
        for (int i = 0; i < size; i++) {
          int u = order[i];
          double rest = u == v ? 0 : size - 1.0 - hanging[u];
          pairsWithout[u] = pieces[u] + rest * (rest - 1) - within;
        }
      }
    }
  }

  /** Share of unreachable pairs among the remaining vertices. */
  double now(int left) {
    return share(pairs, left);
  }

  /** The same after removing one more vertex; {@code left} is the number remaining after that. */
  double without(int v, int left) {
    return share(pairs + pairsWithout[v], left);
  }

  private static double share(double pairs, int left) {
    return left < 2 ? 1 : 1 - pairs / (left * (left - 1.0));
  }

  private int search(int root, boolean[] removed) {
    int count = 0;
    int v = root;
    parent[root] = -1;
    count = enter(root, count);
    while (v >= 0) {
      if (next[v] < graph.end(v)) {
        int w = graph.neighbour(next[v]++);
        if (removed[w]) {
          continue;
        }
        if (number[w] < 0) {
          parent[w] = v;
          count = enter(w, count);
          v = w;
        } else if (w != parent[v]) {
          low[v] = Math.min(low[v], number[w]);
        }
      } else {
        int up = parent[v];
        if (up >= 0) {
          leave(v, up);
        }
        v = up;
      }
    }
    return count;
  }

  private int enter(int v, int count) {
    number[v] = count;
    low[v] = count;
    next[v] = graph.begin(v);
    below[v] = 1;
    pieces[v] = 0;
    hanging[v] = 0;
    order[count] = v;
    return count + 1;
  }

  private void leave(int v, int up) {
    low[up] = Math.min(low[up], low[v]);
    below[up] += below[v];
    if (low[v] >= number[up]) {
      pieces[up] += below[v] * (below[v] - 1.0);
      hanging[up] += below[v];
    }
  }
}
