package org.passerelle.linkage.attack;

import java.util.Arrays;
import java.util.Comparator;

/** Small dense decompositions. */
final class Eigen {
  private Eigen() {}

  /**
   * Eigenvectors of a symmetric matrix as columns, by Jacobi's rotations, the largest value first.
   *
   * @param values filled with the eigenvalues
   */
  static double[][] symmetric(double[][] matrix, double[] values) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < 30; sweep++) {
      double off = 0;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          off += a[p][q] * a[p][q];
          rotate(a, v, p, q);
        }
      }
      if (off < 1e-18) {
        break;
      }
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -a[i][i]));
    double[][] sorted = new double[n][n];
    for (int d = 0; d < n; d++) {
      values[d] = a[order[d]][order[d]];
      for (int i = 0; i < n; i++) {
        sorted[i][d] = v[i][order[d]];
      }
    }
    return sorted;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (Math.abs(a[p][q]) < 1e-300) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.signum(theta == 0 ? 1 : theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    int n = a.length;
    for (int k = 0; k < n; k++) {
      double x = a[k][p];
      double y = a[k][q];
      a[k][p] = c * x - s * y;
      a[k][q] = s * x + c * y;
    }
    for (int k = 0; k < n; k++) {
      double x = a[p][k];
      double y = a[q][k];
      a[p][k] = c * x - s * y;
      a[q][k] = s * x + c * y;
      double z = v[k][p];
      double w = v[k][q];
      v[k][p] = c * z - s * w;
      v[k][q] = s * z + c * w;
    }
  }
}
