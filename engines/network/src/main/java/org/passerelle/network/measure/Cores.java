package org.passerelle.network.measure;

import org.passerelle.network.Graph;

/**
 * Core numbers: the largest k for which a vertex belongs to a subgraph in which all have k ties
 * (Seidman 1983), by the bucket algorithm of Batagelj and Zaversnik (2003). Linear. In a directed
 * graph both directions count.
 */
public final class Cores {
  private final int[] degree;
  private final int[] order;
  private final int[] place;
  private final int[] bucket;

  private Cores(int[] degree) {
    this.degree = degree;
    int n = degree.length;
    order = new int[n];
    place = new int[n];
    int most = 0;
    for (int d : degree) {
      most = Math.max(most, d);
    }
    bucket = new int[most + 2];
    for (int d : degree) {
      bucket[d + 1]++;
    }
    for (int d = 0; d <= most; d++) {
      bucket[d + 1] += bucket[d];
    }
    int[] next = bucket.clone();
    for (int v = 0; v < n; v++) {
      place[v] = next[degree[v]]++;
      order[place[v]] = v;
    }
  }

  /** The core number of each vertex. */
  public static int[] of(Graph graph) {
    Graph incoming = graph.reversed();
    Cores cores = new Cores(Degrees.of(graph));
    for (int i = 0; i < graph.size(); i++) {
      int v = cores.order[i];
      cores.lower(graph, v);
      if (graph.directed()) {
        cores.lower(incoming, v);
      }
    }
    return cores.degree;
  }

  private void lower(Graph graph, int v) {
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      int w = graph.neighbour(at);
      if (degree[w] > degree[v]) {
        int first = bucket[degree[w]];
        int u = order[first];
        if (u != w) {
          order[place[w]] = u;
          place[u] = place[w];
          order[first] = w;
          place[w] = first;
        }
        bucket[degree[w]]++;
        degree[w]--;
      }
    }
  }
}
