package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;

/** What measures by repeated multiplication share. */
final class Sweeps {
  /** Change of a vector of length 1 below which it has settled. */
  static final double SETTLED = 1e-10;

  private static final double MOST_STEPS = 1e9;

  private Sweeps() {}

  /** Most sweeps over a graph: many over a small one, whose vector may settle slowly. */
  static int most(Graph graph) {
    return (int) Math.min(100_000, MOST_STEPS / (1 + graph.size() + graph.places()));
  }

  /** What a vertex gathers from those that a row names. */
  static double gathered(Graph rows, int v, double[] from) {
    double sum = 0;
    int end = rows.end(v);
    for (int at = rows.begin(v); at < end; at++) {
      sum += from[rows.neighbour(at)];
    }
    return sum;
  }

  /** Divides by the Euclidean length; a vector of zeros stays as it is. */
  static void toLengthOne(double[] x) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    divide(x, Math.sqrt(square));
  }

  /** Divides by the sum; a vector of zeros stays as it is. */
  static void toSumOne(double[] x) {
    divide(x, Arrays.stream(x).sum());
  }

  private static void divide(double[] x, double by) {
    for (int v = 0; v < x.length && by > 0; v++) {
      x[v] /= by;
    }
  }

  static double change(double[] x, double[] y) {
    double sum = 0;
    for (int v = 0; v < x.length; v++) {
      sum += Math.abs(x[v] - y[v]);
    }
    return sum;
  }

  /** Values that do not exist. */
  static double[] none(int n) {
    double[] none = new double[n];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
