package org.passerelle.estimation.internal;

/**
 * The information matrix of a Poisson log-linear model and its Cholesky factor. A workspace: not
 * thread-safe, allocates nothing after construction.
 */
final class Information {
  private final double[][] factor;
  private int size;

  /** For at most {@code most} parameters. */
  Information(int most) {
    factor = new double[most][most];
  }

  /**
   * Computes the Cholesky factor of the matrix, whose entries are margins.
   *
   * @param margins superset sums of the fitted means
   * @param terms terms of the parameters
   * @param count number of terms used
   * @return false if the matrix is singular
   */
  boolean decompose(double[] margins, int[] terms, int count) {
    size = count;
    for (int i = 0; i < count; i++) {
      double[] row = factor[i];
      int term = terms[i];
      for (int j = 0; j <= i; j++) {
        double[] other = factor[j];
        double sum = margins[term | terms[j]];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        if (i == j) {
          if (!(sum > 1e-14 * margins[term])) {
            return false;
          }
          row[i] = Math.sqrt(sum);
        } else {
          row[j] = sum / other[j];
        }
      }
    }
    return true;
  }

  /** Solves the equations of the last decomposed matrix. */
  void solve(double[] right, double[] into) {
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      double[] row = factor[i];
      for (int k = 0; k < i; k++) {
        sum -= row[k] * into[k];
      }
      into[i] = sum / row[i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = into[i];
      for (int k = i + 1; k < size; k++) {
        sum -= factor[k][i] * into[k];
      }
      into[i] = sum / factor[i][i];
    }
  }
}
