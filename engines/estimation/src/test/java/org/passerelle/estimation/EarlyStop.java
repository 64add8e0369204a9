package org.passerelle.estimation;

/**
 * Iteratively reweighted least squares that stops where R's glm does: |ΔD|/(|D| + 0.1) &lt; 1e-8.
 */
final class EarlyStop {
  private EarlyStop() {}

  /** The estimate of a model of equal lists with one column for heterogeneity. */
  static double estimate(CaptureHistories table, String model) {
    int cells = (1 << table.size()) - 1;
    double[][] x = new double[cells][3];
    double[] y = new double[cells];
    for (int cell = 1; cell <= cells; cell++) {
      double k = Integer.bitCount(cell);
      double tau =
          model.endsWith("Poisson2")
              ? Math.pow(2, k) - 1
              : model.endsWith("Darroch") ? k * k / 2 : Math.log(3.5) - Math.log(3.5 + k);
      x[cell - 1] = new double[] {1, k, tau};
      y[cell - 1] = table.count(cell);
    }
    double[] mu = new double[cells];
    for (int i = 0; i < cells; i++) {
      mu[i] = y[i] + 0.1;
    }
    double before = deviance(y, mu);
    for (int round = 0; round < 100; round++) {
      double[] beta = leastSquares(x, y, mu);
      for (int i = 0; i < cells; i++) {
        mu[i] = Math.exp(beta[0] + beta[1] * x[i][1] + beta[2] * x[i][2]);
      }
      double now = deviance(y, mu);
      if (Math.abs(now - before) / (Math.abs(now) + 0.1) < 1e-8) {
        return table.observed() + Math.exp(beta[0]);
      }
      before = now;
    }
    return Double.NaN;
  }

  private static double deviance(double[] y, double[] mu) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (y[i] > 0 ? y[i] * Math.log(y[i] / mu[i]) : 0) - (y[i] - mu[i]);
    }
    return 2 * sum;
  }

  private static double[] leastSquares(double[][] x, double[] y, double[] mu) {
    double[][] a = new double[3][4];
    for (int r = 0; r < y.length; r++) {
      double z = Math.log(mu[r]) + (y[r] - mu[r]) / mu[r];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          a[i][j] += mu[r] * x[r][i] * x[r][j];
        }
        a[i][3] += mu[r] * x[r][i] * z;
      }
    }
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < 3; r++) {
        if (r != c) {
          double factor = a[r][c] / a[c][c];
          for (int k = c; k < 4; k++) {
            a[r][k] -= factor * a[c][k];
          }
        }
      }
    }
    return new double[] {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2]};
  }
}
