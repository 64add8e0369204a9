package org.passerelle.linkage.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.passerelle.linkage.encoding.Scheme;

/**
 * A graph-matching attack after Culnane, Rubinstein and Teague (2017), Vidanage et al. (2020) and
 * Schäfer et al. (2024), without any known pair. The attacker encodes his own list under keys that
 * he makes up, learns on it which features of a record survive, and matches by them; the surest
 * matches then serve as landmarks, to which all others are compared, round by round.
 */
public final class GraphMatching {
  private static final int KEYS = 6;
  private static final int DIRECTIONS = 30;
  private static final int ROUNDS = 14;
  private final LongFunction<Scheme> schemes;
  private final long seed;

  /**
   * An attack on a scheme.
   *
   * @param schemes the scheme under a key made up from a number
   */
  public GraphMatching(LongFunction<Scheme> schemes, long seed) {
    this.schemes = schemes;
    this.seed = seed;
  }

  /**
   * For each encoded record the plain one it is taken for, or -1.
   *
   * @param plain n-grams of the attacker's list
   * @param encoded the encodings he got hold of
   */
  public int[] run(long[][] plain, int[][] encoded) {
    Side own = Side.simulated(plain, schemes, KEYS);
    Side other = Side.of(encoded, schemes.apply(0).measure());
    Projection projection = learnt(plain);
    double[][] p = projection.of(NodeFeatures.of(own.similarities(), own.weights()));
    double[][] e = projection.of(NodeFeatures.of(other.similarities(), other.weights()));
    float[][] scores = new float[e.length][p.length];
    IntStream.range(0, e.length)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < p.length; j++) {
                scores[i][j] = (float) -square(e[i], p[j]);
              }
            });
    int[] matches = mutual(scores, Math.max(8, e.length / 20));
    for (int round = 1; round <= ROUNDS; round++) {
      Landmarks landmarks = new Landmarks(other.similarities(), own.similarities(), matches);
      float[][] by = landmarks.scores();
      int wanted = (int) (e.length * (0.05 + 0.95 * round / ROUNDS));
      matches = mutual(by, wanted);
    }
    return matches;
  }

  /** On two samples of the attacker's own list that overlap, one under a made-up key. */
  private Projection learnt(long[][] plain) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = plain.length;
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int x = order[i];
      order[i] = order[j];
      order[j] = x;
    }
    int size = n * 2 / 3;
    int common = 2 * size - n;
    long[][] first = IntStream.range(0, size).mapToObj(i -> plain[order[i]]).toArray(long[][]::new);
    long[][] second =
        IntStream.range(n - size, n).mapToObj(i -> plain[order[i]]).toArray(long[][]::new);
    Side one = Side.simulated(first, schemes, KEYS);
    Scheme key = schemes.apply(1_000);
    Side two = Side.of(Arrays.stream(second).map(key::encode).toArray(int[][]::new), key.measure());
    double[][] a = NodeFeatures.of(one.similarities(), one.weights());
    double[][] b = NodeFeatures.of(two.similarities(), two.weights());
    return Projection.learnt(
        Arrays.copyOfRange(a, size - common, size), Arrays.copyOfRange(b, 0, common), DIRECTIONS);
  }

  /** Pairs that are each other's best, the surest of them: those that beat the next best most. */
  private static int[] mutual(float[][] scores, int wanted) {
    int rows = scores.length;
    int columns = scores[0].length;
    int[] best = new int[rows];
    double[] margin = new double[rows];
    float[] bestOfColumn = new float[columns];
    float[] nextOfColumn = new float[columns];
    int[] rowOfColumn = new int[columns];
    Arrays.fill(bestOfColumn, Float.NEGATIVE_INFINITY);
    Arrays.fill(nextOfColumn, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < rows; i++) {
      float first = Float.NEGATIVE_INFINITY;
      float second = Float.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        float s = scores[i][j];
        if (s > first) {
          second = first;
          first = s;
          best[i] = j;
        } else if (s > second) {
          second = s;
        }
        if (s > bestOfColumn[j]) {
          nextOfColumn[j] = bestOfColumn[j];
          bestOfColumn[j] = s;
          rowOfColumn[j] = i;
        } else if (s > nextOfColumn[j]) {
          nextOfColumn[j] = s;
        }
      }
      margin[i] = first - second;
    }
    int[] matches = new int[rows];
    Arrays.fill(matches, -1);
    IntStream.range(0, rows)
        .filter(i -> rowOfColumn[best[i]] == i)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i -> -Math.min(margin[i], bestOfColumn[best[i]] - nextOfColumn[best[i]])))
        .limit(wanted)
        .forEach(i -> matches[i] = best[i]);
    return matches;
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double x = a[d] - b[d];
      sum += x * x;
    }
    return sum;
  }
}
