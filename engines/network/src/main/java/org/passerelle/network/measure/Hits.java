package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Hubs and authorities of a directed graph (Kleinberg 1999): good hubs have ties to good
 * authorities, which are those that good hubs have ties to. Each adds up to 1, as in NetworkX. NaN
 * without ties, and where they do not settle.
 */
public record Hits(double[] hubs, double[] authorities) {
  /** Ignores weights. {@code O(sweeps · ties)}. */
  public static Hits of(Graph graph, Progress progress) {
    int n = graph.size();
    Graph incoming = graph.reversed();
    double[] hubs = new double[n];
    double[] authorities = new double[n];
    Arrays.fill(hubs, 1);
    Sweeps.toSumOne(hubs);
    int most = graph.places() == 0 ? 0 : Sweeps.most(graph);
    for (int sweep = 0; sweep < most; sweep++) {
      progress.on("hubs and authorities", sweep, most);
      double[] before = hubs.clone();
      fill(authorities, incoming, hubs);
      fill(hubs, graph, authorities);
      if (Sweeps.change(before, hubs) < Sweeps.SETTLED) {
        return new Hits(hubs, authorities);
      }
    }
    return new Hits(Sweeps.none(n), Sweeps.none(n));
  }

  private static void fill(double[] x, Graph rows, double[] from) {
    for (int v = 0; v < x.length; v++) {
      x[v] = Sweeps.gathered(rows, v, from);
    }
    Sweeps.toSumOne(x);
  }
}
