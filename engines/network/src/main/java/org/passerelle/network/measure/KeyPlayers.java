package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * The set of actors whose removal fragments a network most, or from which it is reached best
 * (Borgatti 2006, Identifying sets of key players). A position in the structure does not prove
 * guilt.
 *
 * @param players vertices in ascending order
 * @param value fragmentation of the rest (KPP-NEG), or distance-weighted reach (KPP-POS), 0 to 1
 * @param before fragmentation of the whole graph; 0 for reach
 * @param exhaustive whether every set was examined; otherwise the set was built greedily and
 *     improved by exchanges until none helped, and a better one may exist
 */
public record KeyPlayers(int[] players, double value, double before, boolean exhaustive) {
  static final double AFFORDABLE = 1e9;

  /** The set whose removal leaves the most pairs disconnected. */
  public static KeyPlayers negative(Graph graph, int k, long seed, Progress progress) {
    check(graph, k);
    Graph both = graph.undirected();
    boolean all = sets(both.size(), k - 1) * (both.size() + both.places()) <= AFFORDABLE;
    NegativeSearch search = new NegativeSearch(both, k, progress);
    return all ? search.exhaustive() : search.greedy(seed);
  }

  /** The set from which the others are nearest: {@code Σ_j 1/d(K, j) / n}, members counting 1. */
  public static KeyPlayers positive(Graph graph, int k, long seed, Progress progress) {
    check(graph, k);
    Graph both = graph.undirected();
    boolean all = sets(both.size(), k) * (both.size() + both.places()) <= AFFORDABLE / 2;
    PositiveSearch search = new PositiveSearch(both, k, progress);
    return all ? search.exhaustive() : search.greedy();
  }

  /**
   * The fragmentation of the rest after a removal.
   *
   * @param removed vertices
   */
  public static double fragmentation(Graph graph, int... removed) {
    boolean[] gone = new boolean[graph.size()];
    Arrays.stream(removed).forEach(v -> gone[v] = true);
    Fragmentation fragmentation = new Fragmentation(graph.undirected());
    fragmentation.look(gone);
    return fragmentation.now(graph.size() - removed.length);
  }

  private static void check(Graph graph, int k) {
    if (k < 1 || k >= graph.size()) {
      throw new BadNetwork(
          "%d key players are requested among %d actors. Maybe use 1 to %d."
              .formatted(k, graph.size(), graph.size() - 1));
    }
  }

  /** Number of sets of size k. */
  private static double sets(int n, int k) {
    double sets = 1;
    for (int i = 0; i < k; i++) {
      sets = sets * (n - i) / (i + 1);
    }
    return sets;
  }
}
