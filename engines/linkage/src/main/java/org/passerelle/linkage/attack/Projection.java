package org.passerelle.linkage.attack;

/**
 * Weighs features by how well they keep a record together with itself: linear discriminants, learnt
 * on pairs that the attacker has made (Fisher 1936).
 */
final class Projection {
  private final double[][] directions;

  private Projection(double[][] directions) {
    this.directions = directions;
  }

  /**
   * Learns from records seen twice.
   *
   * @param first features of records
   * @param second features of the same records, seen again
   */
  static Projection learnt(double[][] first, double[][] second, int dimensions) {
    int f = first[0].length;
    double[][] within = new double[f][f];
    double[][] total = new double[f][f];
    for (int i = 0; i < first.length; i++) {
      for (int a = 0; a < f; a++) {
        double d = first[i][a] - second[i][a];
        for (int b = 0; b < f; b++) {
          within[a][b] += d * (first[i][b] - second[i][b]) / (2.0 * first.length);
          total[a][b] += first[i][a] * first[i][b] / first.length;
        }
      }
    }
    for (int a = 0; a < f; a++) {
      within[a][a] += 0.02;
    }
    double[] values = new double[f];
    double[][] v = Eigen.symmetric(within, values);
    double[][] white = new double[f][f];
    for (int d = 0; d < f; d++) {
      double scale = 1 / Math.sqrt(Math.max(1e-6, values[d]));
      for (int a = 0; a < f; a++) {
        white[a][d] = v[a][d] * scale;
      }
    }
    double[][] between = product(transposed(white), product(total, white));
    double[][] u = Eigen.symmetric(between, values);
    double[][] all = product(white, u);
    int kept = Math.min(dimensions, f);
    double[][] directions = new double[f][kept];
    for (int a = 0; a < f; a++) {
      System.arraycopy(all[a], 0, directions[a], 0, kept);
    }
    return new Projection(directions);
  }

  double[][] of(double[][] rows) {
    return product(rows, directions);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double x = a[i][k];
        for (int j = 0; j < c[i].length; j++) {
          c[i][j] += x * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }
}
