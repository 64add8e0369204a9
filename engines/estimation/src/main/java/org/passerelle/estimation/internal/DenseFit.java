package org.passerelle.estimation.internal;

import java.util.Arrays;

/**
 * A Poisson log-linear fit with arbitrary columns, by Newton's method with step halving; for models
 * that are not families of subsets. Not thread-safe.
 */
public final class DenseFit {
  private final double[][] rows;
  private final int p;
  private final double[][] matrix;
  private final double[] score;
  private final double[] step;
  private double[] beta;
  private double objective;

  /** The design, one row per cell; the first column is the intercept. */
  public DenseFit(double[][] rows) {
    this.rows = rows;
    p = rows[0].length;
    matrix = new double[p][p];
    score = new double[p];
    step = new double[p];
    beta = new double[p];
  }

  /** Fits; false if it does not converge. */
  public boolean fit(double[] y) {
    // the usual start: weighted least squares with μ = y + 0.1
    clear();
    for (int r = 0; r < rows.length; r++) {
      double m = y[r] + 0.1;
      accumulate(rows[r], m, m * Math.log(m) - 0.1);
    }
    if (!solve()) {
      return false;
    }
    beta = step.clone();
    return polish(y);
  }

  /** Continues from the last parameters. */
  public boolean polish(double[] y) {
    objective = objective(beta, y);
    for (int round = 0; round < 300; round++) {
      clear();
      for (int r = 0; r < rows.length; r++) {
        double m = Math.exp(eta(rows[r], beta));
        accumulate(rows[r], m, y[r] - m);
      }
      if (!solve()) {
        return false;
      }
      double decrement = 0;
      for (int i = 0; i < p; i++) {
        decrement += score[i] * step[i];
      }
      double factor = 1;
      double[] next = beta;
      double value = objective;
      for (int halving = 0; halving < 40; halving++, factor /= 2) {
        next = beta.clone();
        for (int i = 0; i < p; i++) {
          next[i] += factor * step[i];
        }
        value = objective(next, y);
        if (value <= objective + 1e-13 * (1 + Math.abs(objective))) {
          break;
        }
      }
      beta = next;
      objective = value;
      if (!Double.isFinite(value)) {
        return false;
      }
      if (decrement < 1e-17) {
        return true;
      }
    }
    return false;
  }

  private void clear() {
    Arrays.fill(score, 0);
    for (double[] row : matrix) {
      Arrays.fill(row, 0);
    }
  }

  private void accumulate(double[] row, double weight, double value) {
    for (int i = 0; i < p; i++) {
      score[i] += row[i] * value;
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += weight * row[i] * row[j];
      }
    }
  }

  private boolean solve() {
    for (int i = 0; i < p; i++) {
      double diagonal = matrix[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i == j) {
          if (!(sum > 1e-14 * diagonal)) {
            return false;
          }
          matrix[i][i] = Math.sqrt(sum);
        } else {
          matrix[i][j] = sum / matrix[j][j];
        }
      }
    }
    back(score, step);
    return true;
  }

  private void back(double[] right, double[] into) {
    for (int i = 0; i < p; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= matrix[i][k] * into[k];
      }
      into[i] = sum / matrix[i][i];
    }
    for (int i = p - 1; i >= 0; i--) {
      double sum = into[i];
      for (int k = i + 1; k < p; k++) {
        sum -= matrix[k][i] * into[k];
      }
      into[i] = sum / matrix[i][i];
    }
  }

  private static double eta(double[] row, double[] beta) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * beta[i];
    }
    return sum;
  }

  private double objective(double[] parameters, double[] y) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double eta = eta(rows[r], parameters);
      sum += Math.exp(eta) - y[r] * eta;
    }
    return sum;
  }

  public double[] parameters() {
    return beta.clone();
  }

  public double deviance(double[] y) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double eta = eta(rows[r], beta);
      sum += (y[r] > 0 ? y[r] * (Math.log(y[r]) - eta) : 0) - y[r] + Math.exp(eta);
    }
    return 2 * Math.max(0, sum);
  }

  public double logLikelihood(double[] y) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double eta = eta(rows[r], beta);
      sum += y[r] * eta - Math.exp(eta) - SpecialFunctions.logGamma(y[r] + 1);
    }
    return sum;
  }

  /** Variance of the intercept at the last step. */
  public double interceptVariance(double[] y) {
    clear();
    for (int r = 0; r < rows.length; r++) {
      accumulate(rows[r], Math.exp(eta(rows[r], beta)), 0);
    }
    if (!solve()) {
      return Double.NaN;
    }
    double[] unit = new double[p];
    unit[0] = 1;
    double[] column = new double[p];
    back(unit, column);
    return column[0];
  }
}
