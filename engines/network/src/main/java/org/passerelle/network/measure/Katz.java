package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Katz centrality (1953): one, and for each walk that leads to the vertex {@code alpha} to the
 * power of its length; of length 1 together, as NetworkX gives it.
 *
 * @param alpha the factor: 0.85 of what the sum over all walks would allow, at most a half
 * @param values the value of each vertex
 */
public record Katz(double alpha, double[] values) {
  private static final double SHARE = 0.85;
  private static final double MOST_ALPHA = 0.5;
  private static final int BOUND_SWEEPS = 30;
  private static final int MOST_SWEEPS = 10_000;

  /** Ignores weights. {@code O(sweeps · ties)}, a few hundred sweeps. */
  public static Katz of(Graph graph, Progress progress) {
    Graph incoming = graph.reversed();
    double alpha = Math.min(MOST_ALPHA, SHARE / eigenvalueAtMost(incoming));
    double[] x = new double[graph.size()];
    Arrays.fill(x, 1);
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      progress.on("Katz", sweep, MOST_SWEEPS);
      double change = 0;
      double sum = 0;
      for (int v = 0; v < x.length; v++) {
        // values found in this sweep are used at once (Gauss and Seidel)
        double now = 1 + alpha * Sweeps.gathered(incoming, v, x);
        change += Math.abs(now - x[v]);
        sum += now;
        x[v] = now;
      }
      if (change <= Sweeps.SETTLED * sum) {
        break;
      }
    }
    Sweeps.toLengthOne(x);
    return new Katz(alpha, x);
  }

  /** A bound of the largest eigenvalue, by any vector of positive numbers (Collatz 1942). */
  private static double eigenvalueAtMost(Graph rows) {
    int n = rows.size();
    double[] x = new double[n];
    Arrays.fill(x, 1);
    double least = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < BOUND_SWEEPS; sweep++) {
      double[] next = new double[n];
      double bound = 0;
      double largest = 0;
      for (int v = 0; v < n; v++) {
        next[v] = x[v] + Sweeps.gathered(rows, v, x);
        bound = Math.max(bound, next[v] / x[v] - 1);
        largest = Math.max(largest, next[v]);
      }
      least = Math.min(least, bound);
      for (int v = 0; v < n; v++) {
        x[v] = Math.max(next[v] / largest, Double.MIN_NORMAL);
      }
    }
    return n == 0 ? 0 : least;
  }
}
