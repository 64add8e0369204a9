package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Communities with more internal ties than expected from the degrees, by the Leiden algorithm
 * (Traag, Waltman and van Eck 2019) in its authors' library: the best of several runs, each
 * iterated until nothing changes. Ignores direction and weights.
 *
 * @param of group of each vertex; 0 is the largest
 * @param sizes number of vertices in each group
 * @param modularity modularity of the groups at resolution 1 (Newman and Girvan 2004); NaN without
 *     ties
 * @param quality the same at the requested resolution
 * @param starts number of runs
 * @param agreement mean adjusted Rand index (Hubert and Arabie 1985) between the groups and those
 *     of the other runs: near 1 they hardly depend on chance; NaN after one run
 * @param fewest smallest number of groups in a run
 * @param most largest number of groups in a run
 */
public record Groups(
    int[] of,
    int[] sizes,
    double modularity,
    double quality,
    int starts,
    double agreement,
    int fewest,
    int most) {
  private static final int MOST_ROUNDS = 100;
  private static final double RANDOMNESS = 0.01;

  /** Default number of runs for the size of a graph. */
  public static int usualStarts(Graph graph) {
    int work = graph.size() + graph.places();
    return work < 5_000 ? 100 : work < 50_000 ? 20 : work < 500_000 ? 4 : 1;
  }

  /**
   * Finds the groups.
   *
   * @param resolution above 0; 1 is modularity, higher values give smaller groups
   * @param seed seed of the first run; the others use the following numbers
   */
  public static Groups of(
      Graph graph, double resolution, int starts, long seed, Progress progress) {
    if (!(resolution > 0) || !Double.isFinite(resolution)) {
      throw new BadNetwork(
          "The resolution is %s. Maybe it should be above 0; 1 is usual.".formatted(resolution));
    }
    Graph both = graph.undirected().unweighted();
    Network network = network(both);
    List<int[]> found = new ArrayList<>();
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < starts; start++) {
      progress.on("groups", start, starts);
      int[] groups = start(network, both, resolution, seed + start, progress);
      double quality = Modularity.of(both, groups, resolution);
      found.add(groups);
      if (quality > highest + 1e-12) {
        highest = quality;
        best = start;
      }
    }
    return measured(both, found, best, resolution);
  }

  private static Groups measured(Graph graph, List<int[]> found, int best, double resolution) {
    int[] groups = found.get(best);
    double agreement = 0;
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    for (int start = 0; start < found.size(); start++) {
      int count = Arrays.stream(found.get(start)).max().orElse(-1) + 1;
      fewest = Math.min(fewest, count);
      most = Math.max(most, count);
      if (start != best) {
        agreement += Agreement.adjustedRand(groups, found.get(start));
      }
    }
    Components ordered = Components.ordered(groups, Arrays.stream(groups).max().orElse(-1) + 1);
    return new Groups(
        ordered.of(),
        ordered.sizes(),
        Modularity.of(graph, groups, 1),
        Modularity.of(graph, groups, resolution),
        found.size(),
        found.size() < 2 ? Double.NaN : agreement / (found.size() - 1),
        fewest,
        most);
  }

  private static Network network(Graph graph) {
    int n = graph.size();
    long[] first = new long[n + 1];
    double[] weights = new double[n];
    int[] neighbours = new int[graph.places()];
    double[] ties = new double[graph.places()];
    for (int v = 0; v < n; v++) {
      first[v + 1] = graph.end(v);
      weights[v] = graph.outDegree(v);
    }
    for (int at = 0; at < neighbours.length; at++) {
      neighbours[at] = graph.neighbour(at);
      ties[at] = 1;
    }
    return new Network(
        weights, first, new LargeIntArray(neighbours), new LargeDoubleArray(ties), false);
  }

  private static int[] start(
      Network network, Graph graph, double resolution, long seed, Progress progress) {
    double perTie = graph.ties() == 0 ? resolution : resolution / (2.0 * graph.ties());
    LeidenAlgorithm leiden = new LeidenAlgorithm(perTie, 1, RANDOMNESS, new Random(seed));
    Clustering groups = new Clustering(graph.size());
    boolean improved = graph.ties() > 0;
    for (int round = 0; improved && round < MOST_ROUNDS; round++) {
      progress.on("groups", round, MOST_ROUNDS);
      improved = leiden.improveClustering(network, groups);
    }
    groups.removeEmptyClusters();
    return groups.getClusters();
  }
}
