package org.passerelle.linkage.attack;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.passerelle.linkage.encoding.Scheme;
import org.passerelle.linkage.kernel.Measure;

/**
 * What one side shows: similarities and numbers of bits set.
 *
 * @param similarities by pairs of records
 * @param weights by record
 */
record Side(float[][] similarities, double[] weights) {

  /** What everybody who holds the encodings can compute. */
  static Side of(int[][] encodings, Measure measure) {
    int n = encodings.length;
    int[] bits =
        Arrays.stream(encodings)
            .mapToInt(words -> Arrays.stream(words).map(Integer::bitCount).sum())
            .toArray();
    float[][] k = new float[n][n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < n; j++) {
                k[i][j] = similarity(measure, encodings[i], encodings[j], bits[i] + bits[j]);
              }
            });
    return new Side(k, Arrays.stream(bits).asDoubleStream().toArray());
  }

  private static float similarity(Measure measure, int[] a, int[] b, int bits) {
    int common = 0;
    for (int w = 0; w < a.length; w++) {
      common += Integer.bitCount(a[w] & b[w]);
    }
    return measure == Measure.DICE
        ? 2f * common / Math.max(1, bits)
        : 1 - (bits - 2 * common) / (32f * a.length);
  }

  /** What a scheme shows of n-grams whatever the key: the mean over keys that were made up. */
  static Side simulated(long[][] grams, LongFunction<Scheme> schemes, int keys) {
    float[][] sum = new float[grams.length][grams.length];
    double[] weights = new double[grams.length];
    for (int key = 1; key <= keys; key++) {
      Scheme scheme = schemes.apply(key);
      Side one =
          of(Arrays.stream(grams).map(scheme::encode).toArray(int[][]::new), scheme.measure());
      for (int i = 0; i < sum.length; i++) {
        weights[i] += one.weights[i] / keys;
        for (int j = 0; j < sum.length; j++) {
          sum[i][j] += one.similarities[i][j] / keys;
        }
      }
    }
    return new Side(sum, weights);
  }
}
