package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Eigenvector centrality (Bonacich 1972): the value of a vertex is proportional to the sum of those
 * of its neighbours, in a directed graph of those whose ties lead to it. Of length 1, as NetworkX
 * gives it. Where several parts have the same largest eigenvalue each has a share.
 */
public final class Eigenvector {
  private Eigenvector() {}

  /**
   * The value of each vertex; ignores weights. {@code O(sweeps · ties)}. NaN where there is none:
   * in a graph without ties, in a directed one without cycles, and where it does not settle.
   */
  public static double[] of(Graph graph, Progress progress) {
    int n = graph.size();
    boolean cyclic = graph.directed() ? Components.strong(graph).largest() > 1 : graph.places() > 0;
    if (!cyclic) {
      return Sweeps.none(n);
    }
    Graph incoming = graph.reversed();
    double[] x = new double[n];
    Arrays.fill(x, 1);
    Sweeps.toLengthOne(x);
    double[] next = new double[n];
    int most = Sweeps.most(graph);
    for (int sweep = 0; sweep < most; sweep++) {
      progress.on("eigenvector", sweep, most);
      for (int v = 0; v < n; v++) {
        // its own value too, since that of a bipartite graph would swing
        next[v] = x[v] + Sweeps.gathered(incoming, v, x);
      }
      Sweeps.toLengthOne(next);
      double change = Sweeps.change(x, next);
      double[] spare = x;
      x = next;
      next = spare;
      if (change < Sweeps.SETTLED) {
        return x;
      }
    }
    return Sweeps.none(n);
  }
}
