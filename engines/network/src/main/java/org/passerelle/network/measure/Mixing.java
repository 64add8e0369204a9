package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Tests whether ties run within groups or across them, against random permutations of the groups:
 * the cohesion of a clan is a question here, never an assumption.
 *
 * @param external ties between groups
 * @param internal ties within a group
 * @param eiIndex (external − internal) / all, from -1 to 1 (Krackhardt and Stern 1988); NaN without
 *     ties
 * @param eiExpected its mean over the permutations
 * @param eiP two-sided p-value of the index
 * @param assortativity Newman's coefficient (2003) of the attribute; NaN with a single group
 * @param assortativityP two-sided p-value of the coefficient
 * @param permutations number of permutations
 */
public record Mixing(
    int external,
    int internal,
    double eiIndex,
    double eiExpected,
    double eiP,
    double assortativity,
    double assortativityP,
    int permutations) {

  /**
   * Counts and tests. {@code O(permutations · ties)}.
   *
   * @param group group of each vertex, from 0
   */
  public static Mixing of(
      Graph graph, int[] group, int permutations, long seed, Progress progress) {
    if (group.length != graph.size()) {
      throw new BadNetwork(
          "%d groups are given for %d actors. Maybe rows are missing."
              .formatted(group.length, graph.size()));
    }
    Table table = new Table(graph, group);
    double ei = table.eiIndex();
    double r = table.assortativity();
    SplittableRandom random = new SplittableRandom(seed);
    double[] indices = new double[permutations];
    double[] coefficients = new double[permutations];
    for (int p = 0; p < permutations; p++) {
      progress.on("permutations", p, permutations);
      int[] order = Sample.shuffled(group.length, random);
      Table dealt = new Table(graph, Arrays.stream(order).map(i -> group[i]).toArray());
      indices[p] = dealt.eiIndex();
      coefficients[p] = dealt.assortativity();
    }
    return new Mixing(
        table.external,
        table.internal,
        ei,
        Arrays.stream(indices).average().orElse(Double.NaN),
        twoSided(ei, indices),
        r,
        twoSided(r, coefficients),
        permutations);
  }

  /** Share of permutations at least as far from their mean, including the observed value once. */
  private static double twoSided(double observed, double[] drawn) {
    double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
    double far = Math.abs(observed - mean);
    if (Double.isNaN(far)) {
      return Double.NaN;
    }
    long asFar = Arrays.stream(drawn).filter(d -> Math.abs(d - mean) >= far - 1e-12).count();
    return (asFar + 1.0) / (drawn.length + 1.0);
  }

  /** Ties by the groups of their ends. */
  private static final class Table {
    private final boolean directed;
    private int external;
    private int internal;
    private final double[] leaving;
    private final double[] arriving;

    Table(Graph graph, int[] group) {
      directed = graph.directed();
      int groups = Arrays.stream(group).max().orElse(0) + 1;
      leaving = new double[groups];
      arriving = new double[groups];
      for (int v = 0; v < graph.size(); v++) {
        for (int at = graph.begin(v); at < graph.end(v); at++) {
          int w = graph.neighbour(at);
          leaving[group[v]]++;
          arriving[group[w]]++;
          external += group[v] != group[w] ? 1 : 0;
          internal += group[v] == group[w] ? 1 : 0;
        }
      }
      if (!directed) {
        external /= 2;
        internal /= 2;
      }
    }

    double eiIndex() {
      int ties = external + internal;
      return ties == 0 ? Double.NaN : (double) (external - internal) / ties;
    }

    double assortativity() {
      double ties = external + internal;
      double all = directed ? ties : 2 * ties;
      double chance = 0;
      for (int g = 0; g < leaving.length; g++) {
        chance += leaving[g] / all * (arriving[g] / all);
      }
      return ties == 0 || chance >= 1 ? Double.NaN : (internal / ties - chance) / (1 - chance);
    }
  }
}
