package org.passerelle.linkage.internal.weights;

import java.util.Arrays;
import org.passerelle.linkage.internal.comparison.PairLevels;

/** Which trait depends on which: the tree of most mutual information (Chow and Liu 1968). */
final class TraitTree {
  /** Nats of mutual information below which two traits count as independent. */
  private static final double LEAST = 0.002;

  /** Fewer pairs tell nothing of dependence. */
  private static final double FEWEST = 1000;

  private TraitTree() {}

  /**
   * For each trait the one it depends on, or -1.
   *
   * @param classes by class and distinct vector, how many pairs show it
   */
  static int[] of(Patterns sample, double[][] classes, int[] levels) {
    int n = levels.length;
    double[][] information = new double[n][n];
    double all = Arrays.stream(classes).mapToDouble(c -> Arrays.stream(c).sum()).sum();
    for (double[] weights : classes) {
      double share = Arrays.stream(weights).sum() / Math.max(1e-9, all);
      add(sample, weights, levels, share, information);
    }
    return tree(information);
  }

  /** The trait that tells most of the others, or -1 if none tells anything. */
  static int root(Patterns sample, double[] weights, int[] levels) {
    double[][] information = new double[levels.length][levels.length];
    add(sample, weights, levels, 1, information);
    int root = root(information);
    return root < 0 || Arrays.stream(information[root]).max().orElse(0) < LEAST ? -1 : root;
  }

  private static void add(
      Patterns sample, double[] weights, int[] levels, double share, double[][] information) {
    for (int a = 0; a < levels.length; a++) {
      for (int b = 0; b < a; b++) {
        double found = share * information(counts(sample, weights, a, b), levels[a], levels[b]);
        information[a][b] += found;
        information[b][a] += found;
      }
    }
  }

  /** How many pairs show each level of one trait, -1 for none, with each of another. */
  static double[][] counts(Patterns sample, double[] weights, int a, int b) {
    double[][] counts = new double[16][16];
    for (int v = 0; v < sample.size(); v++) {
      long vector = sample.vectors[v];
      int row = a < 0 ? PairLevels.MISSING : PairLevels.level(vector, a);
      counts[row][PairLevels.level(vector, b)] += weights[v];
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
    return all < FEWEST ? 0 : sum - (levelsA - 1) * (levelsB - 1) / (2 * all);
  }

  private static int root(double[][] information) {
    int root = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < information.length; a++) {
      double sum = Arrays.stream(information[a]).sum();
      if (sum > most) {
        most = sum;
        root = a;
      }
    }
    return root;
  }

  /** Prim's algorithm, from the trait that tells most of the others. */
  private static int[] tree(double[][] information) {
    int n = information.length;
    int[] parents = new int[n];
    Arrays.fill(parents, -1);
    boolean[] in = new boolean[n];
    int root = root(information);
    if (root >= 0) {
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

  /** The traits, each after the one it depends on. */
  static int[] order(int[] parents) {
    int[] order = new int[parents.length];
    boolean[] in = new boolean[parents.length];
    int placed = 0;
    while (placed < order.length) {
      for (int t = 0; t < parents.length; t++) {
        if (!in[t] && (parents[t] < 0 || in[parents[t]])) {
          in[t] = true;
          order[placed++] = t;
        }
      }
    }
    return order;
  }
}
