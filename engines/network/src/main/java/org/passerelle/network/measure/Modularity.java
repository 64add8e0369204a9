package org.passerelle.network.measure;

import org.passerelle.network.Graph;

/**
 * Modularity: the excess of ties within groups over expectation from degrees (Newman and Girvan
 * 2004).
 */
public final class Modularity {
  private Modularity() {}

  /**
   * {@code Σ_g (inside/m − resolution (degree/2m)²)}; ignores weights and direction.
   *
   * @param group group of each vertex, from 0
   * @return NaN without ties
   */
  public static double of(Graph graph, int[] group, double resolution) {
    Graph both = graph.undirected();
    int groups = 0;
    for (int g : group) {
      groups = Math.max(groups, g + 1);
    }
    double[] degree = new double[groups];
    long inside = 0;
    for (int v = 0; v < both.size(); v++) {
      degree[group[v]] += both.outDegree(v);
      for (int at = both.begin(v); at < both.end(v); at++) {
        inside += group[both.neighbour(at)] == group[v] ? 1 : 0;
      }
    }
    double all = both.places();
    double expected = 0;
    for (double d : degree) {
      expected += d / all * (d / all);
    }
    return all == 0 ? Double.NaN : inside / all - resolution * expected;
  }
}
