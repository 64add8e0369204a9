package org.passerelle.linkage.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be said of a record from its similarities alone, without knowing anybody: its own bits,
 * how alike it is to the rest, and, in further rounds, what those are like to whom it is alike.
 * Both sides are drawn from one population, so that the same record has nearly the same features in
 * either.
 */
final class NodeFeatures {
  private static final int NEAR = 12;
  private final float[][] k;
  private final int n;
  private final List<double[]> features = new ArrayList<>();

  private NodeFeatures(float[][] k) {
    this.k = k;
    this.n = k.length;
  }

  /**
   * Features by record, each with mean 0 and variance 1.
   *
   * @param weights bits set in each encoding, or what is expected of them
   */
  static double[][] of(float[][] similarities, double[] weights) {
    NodeFeatures all = new NodeFeatures(similarities);
    all.add(weights.clone());
    all.own();
    List<double[]> layer = List.copyOf(all.features);
    float[][] linear = all.operator(false);
    float[][] local = all.operator(true);
    for (int round = 0; round < 2; round++) {
      List<double[]> next = new ArrayList<>();
      for (double[] f : layer) {
        next.add(times(linear, f));
        next.add(times(local, f));
        if (round == 0) {
          double[] squares = Arrays.stream(f).map(x -> x * x).toArray();
          next.add(times(linear, squares));
        }
      }
      layer = next.stream().map(all::add).toList();
    }
    double[][] rows = new double[all.n][all.features.size()];
    for (int f = 0; f < all.features.size(); f++) {
      for (int i = 0; i < all.n; i++) {
        rows[i][f] = all.features.get(f)[i];
      }
    }
    return rows;
  }

  private double[] add(double[] feature) {
    double mean = Arrays.stream(feature).average().orElse(0);
    double square = 0;
    for (double x : feature) {
      square += (x - mean) * (x - mean) / feature.length;
    }
    double scale = 1 / Math.sqrt(Math.max(1e-30, square));
    for (int i = 0; i < feature.length; i++) {
      feature[i] = Math.max(-4, Math.min(4, (feature[i] - mean) * scale));
    }
    features.add(feature);
    return feature;
  }

  private void own() {
    double[][] columns = new double[9][n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              float[] sorted = new float[n - 1];
              System.arraycopy(k[i], 0, sorted, 0, i);
              System.arraycopy(k[i], i + 1, sorted, i, n - 1 - i);
              Arrays.sort(sorted);
              double mean = 0;
              for (float x : sorted) {
                mean += x / (n - 1);
              }
              double second = 0;
              double third = 0;
              for (float x : sorted) {
                second += (x - mean) * (x - mean) / (n - 1);
                third += Math.pow(x - mean, 3) / (n - 1);
              }
              columns[0][i] = mean;
              columns[1][i] = Math.sqrt(second);
              columns[2][i] = Math.cbrt(third);
              columns[3][i] = quantile(sorted, 0.05);
              columns[4][i] = quantile(sorted, 0.25);
              columns[5][i] = quantile(sorted, 0.5);
              columns[6][i] = quantile(sorted, 0.75);
              columns[7][i] = quantile(sorted, 0.9);
              columns[8][i] = quantile(sorted, 0.98);
            });
    for (double[] column : columns) {
      add(column);
    }
  }

  private static double quantile(float[] sorted, double q) {
    return sorted[(int) Math.round(q * (sorted.length - 1))];
  }

  /** Averages over the others: by similarity around its mean, or over the nearest only. */
  private float[][] operator(boolean local) {
    float[][] w = new float[n][n];
    double deviation = deviation();
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              double mean = 0;
              for (int j = 0; j < n; j++) {
                mean += j == i ? 0 : k[i][j] / (n - 1.0);
              }
              double sum = 0;
              for (int j = 0; j < n; j++) {
                double x = (k[i][j] - mean) / deviation;
                w[i][j] = (float) (j == i ? 0 : local ? Math.exp(Math.min(NEAR, 1.5 * x)) : x);
                sum += local ? w[i][j] : Math.abs(w[i][j]);
              }
              for (int j = 0; j < n; j++) {
                w[i][j] /= (float) sum;
              }
            });
    return w;
  }

  private double deviation() {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int i = 0; i < n; i += 1 + n / 300) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          sum += k[i][j];
          squares += (double) k[i][j] * k[i][j];
          count++;
        }
      }
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(1e-12, squares / count - mean * mean));
  }

  private static double[] times(float[][] w, double[] f) {
    return IntStream.range(0, f.length)
        .parallel()
        .mapToDouble(
            i -> {
              double sum = 0;
              for (int j = 0; j < f.length; j++) {
                sum += w[i][j] * f[j];
              }
              return sum;
            })
        .toArray();
  }
}
