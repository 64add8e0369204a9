package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;

/**
 * Breadth-first search from one source after another with Brandes' accumulation of dependencies. If
 * path counts would overflow a double, those of a level are divided by a common factor; only ratios
 * between levels are used.
 */
final class ShortestPaths {
  private static final double TOO_MANY = 1e200;
  private final Graph graph;
  private final int[] level;
  private final double[] paths;
  private final double[] dependency;
  private final int[] queue;
  private final double[] through;
  private final long[] distance;
  private final int[] reached;
  private double[] divided = new double[64];
  private int farthest;

  ShortestPaths(Graph graph) {
    this.graph = graph;
    int n = graph.size();
    level = new int[n];
    Arrays.fill(level, -1);
    paths = new double[n];
    dependency = new double[n];
    queue = new int[n];
    through = new double[n];
    distance = new long[n];
    reached = new int[n];
  }

  void from(int source) {
    int tail = search(source);
    accumulate(source, tail);
    for (int i = 0; i < tail; i++) {
      int v = queue[i];
      level[v] = -1;
      dependency[v] = 0;
    }
  }

  private int search(int source) {
    int head = 0;
    int tail = 0;
    queue[tail++] = source;
    level[source] = 0;
    paths[source] = 1;
    int depth = 0;
    while (head < tail) {
      int end = tail;
      scale(head, end, depth);
      depth++;
      for (; head < end; head++) {
        int v = queue[head];
        double of = paths[v];
        int last = graph.end(v);
        for (int at = graph.begin(v); at < last; at++) {
          int w = graph.neighbour(at);
          int now = level[w];
          if (now < 0) {
            level[w] = depth;
            paths[w] = of;
            queue[tail++] = w;
          } else if (now == depth) {
            paths[w] += of;
          }
        }
      }
      for (int i = end; i < tail; i++) {
        distance[queue[i]] += depth;
        reached[queue[i]]++;
      }
      if (tail > end) {
        farthest = Math.max(farthest, depth);
      }
    }
    return tail;
  }

  private void scale(int from, int to, int depth) {
    double most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, paths[queue[i]]);
    }
    if (depth + 1 >= divided.length) {
      divided = Arrays.copyOf(divided, 2 * divided.length);
    }
    divided[depth] = most > TOO_MANY ? most : 1;
    divided[depth + 1] = 1;
    if (most > TOO_MANY) {
      for (int i = from; i < to; i++) {
        int v = queue[i];
        paths[v] = Math.max(paths[v] / most, Double.MIN_NORMAL);
      }
    }
  }

  /** From the farthest level back: each vertex accumulates from the next level. */
  private void accumulate(int source, int tail) {
    for (int i = tail - 1; i >= 0; i--) {
      int v = queue[i];
      int further = level[v] + 1;
      double sum = 0;
      int last = graph.end(v);
      for (int at = graph.begin(v); at < last; at++) {
        int w = graph.neighbour(at);
        if (level[w] == further) {
          sum += (1 + dependency[w]) / paths[w];
        }
      }
      dependency[v] = sum * paths[v] / divided[further];
      if (v != source) {
        through[v] += dependency[v];
      }
    }
  }

  int farthest() {
    return farthest;
  }

  double through(int v) {
    return through[v];
  }

  long distanceTo(int v) {
    return distance[v];
  }

  int reached(int v) {
    return reached[v];
  }
}
