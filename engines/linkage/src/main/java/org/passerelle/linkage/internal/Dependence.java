package org.passerelle.linkage.internal;

import java.util.Arrays;

/**
 * How levels occur among pairs of two persons, where traits depend on each other: people of one
 * country share spellings, codes and places. Each trait may depend on one other, the tree being the
 * one of most mutual information (Chow and Liu 1968).
 */
final class Dependence {
  /** Nats of mutual information below which two traits count as independent. */
  private static final double LEAST = 0.002;

  /** Sampled pairs that weigh as much as what is known without the other trait. */
  private static final double TRUST = 50;

  private final int[] parents;
  private final double[][][] shares;

  private Dependence(int[] parents, double[][][] shares) {
    this.parents = parents;
    this.shares = shares;
  }

  /** No trait depends on another. */
  static Dependence none(double[][] u) {
    int[] parents = new int[u.length];
    Arrays.fill(parents, -1);
    return new Dependence(parents, new double[u.length][][]);
  }

  /**
   * From a sample of pairs.
   *
   * @param weights of each distinct vector: how many pairs of two persons show it
   * @param u how often each level occurs, whatever the others
   */
  static Dependence learnt(Patterns sample, double[] weights, double[][] u, int[] levels) {
    int n = levels.length;
    double[][][][] joint = new double[n][n][][];
    double[][] information = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        if (a != b) {
          joint[a][b] = counts(sample, weights, a, b);
          information[a][b] = information(joint[a][b], levels[a], levels[b]);
        }
      }
    }
    int[] parents = tree(information);
    double[][][] shares = new double[n][][];
    for (int t = 0; t < n; t++) {
      if (parents[t] >= 0) {
        shares[t] = conditional(joint[parents[t]][t], u[t], levels[parents[t]], levels[t]);
      }
    }
    return new Dependence(parents, shares);
  }

  private static double[][] counts(Patterns sample, double[] weights, int a, int b) {
    double[][] counts = new double[16][16];
    for (int v = 0; v < sample.size(); v++) {
      counts[PairLevels.level(sample.vectors[v], a)][PairLevels.level(sample.vectors[v], b)] +=
          weights[v];
    }
    return counts;
  }

  private static double information(double[][] joint, int levelsA, int levelsB) {
    double all = 0;
    double[] rows = new double[levelsA];
    double[] columns = new double[levelsB];
    for (int k = 0; k < levelsA; k++) {
      for (int l = 0; l < levelsB; l++) {
        all += joint[k][l];
        rows[k] += joint[k][l];
        columns[l] += joint[k][l];
      }
    }
    double sum = 0;
    for (int k = 0; k < levelsA; k++) {
      for (int l = 0; l < levelsB; l++) {
        if (joint[k][l] > 0) {
          sum += joint[k][l] / all * Math.log(joint[k][l] * all / (rows[k] * columns[l]));
        }
      }
    }
    // what chance alone gives
    return all < 1000 ? 0 : sum - (levelsA - 1) * (levelsB - 1) / (2 * all);
  }

  /** Prim's algorithm, from the trait that tells most of the others. */
  private static int[] tree(double[][] information) {
    int n = information.length;
    int[] parents = new int[n];
    Arrays.fill(parents, -1);
    boolean[] in = new boolean[n];
    int root = 0;
    double most = -1;
    for (int a = 0; a < n; a++) {
      double sum = Arrays.stream(information[a]).sum();
      if (sum > most) {
        most = sum;
        root = a;
      }
    }
    if (n > 0) {
      in[root] = true;
    }
    for (int round = 1; round < n; round++) {
      int from = -1;
      int to = -1;
      double best = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (in[a] && !in[b] && information[a][b] > best) {
            best = information[a][b];
            from = a;
            to = b;
          }
        }
      }
      in[to] = true;
      parents[to] = best >= LEAST ? from : -1;
    }
    return parents;
  }

  private static double[][] conditional(double[][] joint, double[] u, int parent, int own) {
    double[][] shares = new double[16][];
    for (int k = 0; k < parent; k++) {
      shares[k] = new double[16];
      double sum = 0;
      for (int l = 0; l < own; l++) {
        sum += joint[k][l];
      }
      for (int l = 0; l < own; l++) {
        shares[k][l] = (joint[k][l] + TRUST * u[l]) / (sum + TRUST);
      }
    }
    return shares;
  }

  /** The trait that another depends on, or -1. */
  int parent(int trait) {
    return parents[trait];
  }

  /** How often a level occurs beside a level of the parent; {@code usual} where that is missing. */
  double share(int trait, int level, int parentLevel, double usual) {
    double[][] of = shares[trait];
    return of == null || of[parentLevel] == null ? usual : of[parentLevel][level];
  }
}
