package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.network.Graph;

/**
 * Articulation points and bridges (Hopcroft and Tarjan 1973), with an explicit stack so that a path
 * of a million vertices does not overflow. Linear. Ignores direction.
 *
 * @param articulation whether each vertex is an articulation point
 * @param bridges bridges as pairs of vertices, the lower number first
 */
public record CutPoints(boolean[] articulation, List<int[]> bridges) {
  /** Finds both. */
  public static CutPoints of(Graph graph) {
    return new Search(graph.undirected()).run();
  }

  /** Number of articulation points. */
  public int count() {
    int count = 0;
    for (boolean cut : articulation) {
      count += cut ? 1 : 0;
    }
    return count;
  }

  private static final class Search {
    private final Graph graph;
    private final boolean[] articulation;
    private final List<int[]> bridges = new ArrayList<>();
    private final int[] number;
    private final int[] low;
    private final int[] parent;
    private final int[] next;
    private int numbered;

    Search(Graph graph) {
      this.graph = graph;
      int n = graph.size();
      articulation = new boolean[n];
      number = new int[n];
      low = new int[n];
      parent = new int[n];
      next = new int[n];
      Arrays.fill(number, -1);
    }

    CutPoints run() {
      for (int v = 0; v < graph.size(); v++) {
        if (number[v] < 0) {
          search(v);
        }
      }
      bridges.sort((a, b) -> a[0] == b[0] ? a[1] - b[1] : a[0] - b[0]);
      return new CutPoints(articulation, List.copyOf(bridges));
    }

    private void search(int root) {
      int children = 0;
      int v = enter(root, -1);
      while (v >= 0) {
        if (next[v] < graph.end(v)) {
          int w = graph.neighbour(next[v]++);
          if (number[w] < 0) {
            children += v == root ? 1 : 0;
            v = enter(w, v);
          } else if (w != parent[v]) {
            low[v] = Math.min(low[v], number[w]);
          }
        } else {
          int up = parent[v];
          if (up >= 0) {
            leave(v, up, root);
          }
          v = up;
        }
      }
      articulation[root] = children > 1;
    }

    private int enter(int v, int from) {
      number[v] = numbered;
      low[v] = numbered++;
      parent[v] = from;
      next[v] = graph.begin(v);
      return v;
    }

    private void leave(int v, int up, int root) {
      low[up] = Math.min(low[up], low[v]);
      if (low[v] >= number[up] && up != root) {
        articulation[up] = true;
      }
      if (low[v] > number[up]) {
        bridges.add(new int[] {Math.min(v, up), Math.max(v, up)});
      }
    }
  }
}
