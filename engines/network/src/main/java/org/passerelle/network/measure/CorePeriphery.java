package org.passerelle.network.measure;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;

/**
 * Fit of a graph to a core in which all are tied and a periphery in which nobody is; ties between
 * the two are ignored (Borgatti and Everett 1999). The best core is a prefix of the vertices by
 * degree (Lip 2011), found exactly in {@code O(m + n log n)}. Ignores direction.
 *
 * @param core whether each vertex belongs to it
 * @param size size of the core
 * @param errors missing ties within the core plus ties within the periphery
 * @param fit correlation of the ties within both with the ideal, from -1 to 1; NaN if either is
 *     constant
 */
public record CorePeriphery(boolean[] core, int size, long errors, double fit) {
  /** Finds the core with the fewest errors, the smallest of those. */
  public static CorePeriphery of(Graph graph) {
    Graph both = graph.undirected();
    int n = both.size();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(v -> -both.outDegree(v)).thenComparing(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    long fewest = both.ties();
    int best = 0;
    long errors = fewest;
    for (int k = 1; k <= n; k++) {
      // the k-th vertex enters the core: subtract its ties to the periphery, add those missing in
      // the core
      errors += k - 1L - both.outDegree(order[k - 1]);
      if (errors < fewest) {
        fewest = errors;
        best = k;
      }
    }
    boolean[] core = new boolean[n];
    for (int i = 0; i < best; i++) {
      core[order[i]] = true;
    }
    return new CorePeriphery(core, best, fewest, fit(both, core, best));
  }

  private static double fit(Graph graph, boolean[] core, int size) {
    long inCore = 0;
    long inPeriphery = 0;
    for (int v = 0; v < graph.size(); v++) {
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        if (v < w && core[v] == core[w]) {
          inCore += core[v] ? 1 : 0;
          inPeriphery += core[v] ? 0 : 1;
        }
      }
    }
    double corePairs = size * (size - 1.0) / 2;
    double others = graph.size() - size;
    double peripheryPairs = others * (others - 1) / 2;
    double pairs = corePairs + peripheryPairs;
    double ties = inCore + inPeriphery;
    double below = Math.sqrt(corePairs * peripheryPairs * ties * (pairs - ties));
    return below == 0 ? Double.NaN : (pairs * inCore - corePairs * ties) / below;
  }
}
