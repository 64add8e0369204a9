package org.passerelle.linkage.names.internal;

import java.util.Arrays;

/**
 * Which word of one name stands for which of the other. Up to six words by trying all, in the order
 * of writing; beyond by dynamic programming over sets, O(n·m·2^m), without regard to the order.
 */
final class Assignment {
  private static final int TRY_ALL = 6;
  private final double[][] x;
  private final Weights.Name weights;
  private final int n;
  private final int m;
  private final int[] tried;
  private int[] best = new int[0];
  private double most = Double.NEGATIVE_INFINITY;

  private Assignment(double[][] x, Weights.Name weights) {
    this.x = x;
    this.weights = weights;
    this.n = x.length;
    this.m = x[0].length;
    this.tried = new int[n];
  }

  /**
   * The best assignment.
   *
   * @param x log-odds of each word of the shorter name (rows) with each of the longer
   */
  static int[] best(double[][] x, Weights.Name weights) {
    Assignment a = new Assignment(x, weights);
    if (a.m <= TRY_ALL) {
      a.tryAll(0, 0, 0, 0, false);
    } else {
      a.overSets();
    }
    return a.best;
  }

  private void tryAll(int row, int used, double positive, double negative, boolean swapped) {
    if (row == n) {
      double z = Math.min(positive, weights.cap()) + negative - (swapped ? weights.swapped() : 0);
      if (z > most) {
        most = z;
        best = tried.clone();
      }
      return;
    }
    for (int j = 0; j < m; j++) {
      if ((used & (1 << j)) != 0) {
        continue;
      }
      tried[row] = j;
      double v = x[row][j];
      // an earlier word stands for a later one
      boolean crossed = swapped || (used >> (j + 1)) != 0;
      tryAll(
          row + 1,
          used | (1 << j),
          v > 0 ? positive + v : positive,
          v > 0 ? negative : negative + v,
          crossed);
    }
  }

  private void overSets() {
    int sets = 1 << m;
    double[] sum = new double[sets];
    int[][] choice = new int[n][sets];
    Arrays.fill(sum, Double.NEGATIVE_INFINITY);
    sum[0] = 0;
    for (int row = 0; row < n; row++) {
      double[] next = new double[sets];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int set = 0; set < sets; set++) {
        for (int j = 0; j < m && sum[set] > Double.NEGATIVE_INFINITY; j++) {
          int with = set | (1 << j);
          if (with != set && sum[set] + x[row][j] > next[with]) {
            next[with] = sum[set] + x[row][j];
            choice[row][with] = j;
          }
        }
      }
      sum = next;
    }
    int set = 0;
    for (int s = 1; s < sets; s++) {
      if (sum[s] > sum[set]) {
        set = s;
      }
    }
    best = new int[n];
    for (int row = n - 1; row >= 0; row--) {
      best[row] = choice[row][set];
      set &= ~(1 << best[row]);
    }
  }
}
