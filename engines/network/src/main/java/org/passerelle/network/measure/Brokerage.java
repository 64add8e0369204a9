package org.passerelle.network.measure;

import java.util.List;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Brokers between two actors without a tie, by the groups of the three (Gould and Fernandez 1989).
 * Counted over ordered pairs: in an undirected graph in both directions, like R's sna. {@code O(Σ
 * degree²)}.
 *
 * @param coordinator all three in one group
 * @param itinerant the two in one group, the broker in another
 * @param representative the broker mediates from their own group to another
 * @param gatekeeper the broker mediates into their own group
 * @param liaison three groups
 */
public record Brokerage(
    int[] coordinator, int[] itinerant, int[] representative, int[] gatekeeper, int[] liaison) {

  /** Names of the roles, in the order of sna: w_I, w_O, b_IO, b_OI, b_O. */
  public static final List<String> ROLES =
      List.of("coordinator", "itinerant", "representative", "gatekeeper", "liaison");

  /**
   * Counts the roles.
   *
   * @param group group of each vertex
   */
  public static Brokerage of(Graph graph, int[] group, Progress progress) {
    int n = graph.size();
    if (group.length != n) {
      throw new BadNetwork(
          "%d groups are given for %d actors. Maybe rows are missing.".formatted(group.length, n));
    }
    int[][] roles = new int[ROLES.size()][n];
    boolean[] reached = new boolean[n];
    for (int a = 0; a < n; a++) {
      if ((a & 255) == 0) {
        progress.on("brokerage", a, n);
      }
      mark(graph, a, reached, true);
      for (int first = graph.begin(a); first < graph.end(a); first++) {
        int b = graph.neighbour(first);
        for (int second = graph.begin(b); second < graph.end(b); second++) {
          int c = graph.neighbour(second);
          if (c != a && !reached[c]) {
            roles[role(group[a], group[b], group[c])][b]++;
          }
        }
      }
      mark(graph, a, reached, false);
    }
    return new Brokerage(roles[0], roles[1], roles[2], roles[3], roles[4]);
  }

  private static void mark(Graph graph, int a, boolean[] reached, boolean value) {
    for (int at = graph.begin(a); at < graph.end(a); at++) {
      reached[graph.neighbour(at)] = value;
    }
  }

  private static int role(int a, int b, int c) {
    if (a == b) {
      return b == c ? 0 : 2;
    }
    return b == c ? 3 : a == c ? 1 : 4;
  }

  /** Sum of all roles of a vertex. */
  public int total(int v) {
    return coordinator[v] + itinerant[v] + representative[v] + gatekeeper[v] + liaison[v];
  }

  /** The counts in the order of {@link #ROLES}. */
  public List<int[]> counts() {
    return List.of(coordinator, itinerant, representative, gatekeeper, liaison);
  }
}
