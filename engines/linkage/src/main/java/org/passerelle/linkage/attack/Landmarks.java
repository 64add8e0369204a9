package org.passerelle.linkage.attack;

import java.util.stream.IntStream;

/** Compares records by how alike they are to landmarks, the pairs matched so far. */
final class Landmarks {
  private final float[][] encoded;
  private final float[][] plain;

  /**
   * Profiles of all records.
   *
   * @param matches by encoded record its plain one, or -1
   */
  Landmarks(float[][] encodedSide, float[][] plainSide, int[] matches) {
    int[] marks = IntStream.range(0, matches.length).filter(i -> matches[i] >= 0).toArray();
    int[] partners = IntStream.of(marks).map(i -> matches[i]).toArray();
    encoded = profiles(encodedSide, marks);
    plain = profiles(plainSide, partners);
  }

  /** Similarities to the landmarks, each landmark's with mean 0, each record's with length 1. */
  private static float[][] profiles(float[][] k, int[] marks) {
    int n = k.length;
    float[][] rows = new float[n][marks.length];
    for (int m = 0; m < marks.length; m++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < n; i++) {
        mean += k[i][marks[m]] / n;
        square += (double) k[i][marks[m]] * k[i][marks[m]] / n;
      }
      double deviation = Math.sqrt(Math.max(1e-12, square - mean * mean));
      for (int i = 0; i < n; i++) {
        // a record is not its own landmark
        rows[i][m] = (float) (i == marks[m] ? 0 : Math.min(5, (k[i][marks[m]] - mean) / deviation));
      }
    }
    for (float[] row : rows) {
      double length = 0;
      for (float x : row) {
        length += (double) x * x;
      }
      float scale = (float) (1 / Math.sqrt(Math.max(1e-12, length)));
      for (int m = 0; m < row.length; m++) {
        row[m] *= scale;
      }
    }
    return rows;
  }

  /** How alike the profiles are, by encoded and plain record. */
  float[][] scores() {
    int marks = encoded.length == 0 ? 0 : encoded[0].length;
    float[][] columns = new float[marks][plain.length];
    for (int j = 0; j < plain.length; j++) {
      for (int m = 0; m < marks; m++) {
        columns[m][j] = plain[j][m];
      }
    }
    float[][] scores = new float[encoded.length][plain.length];
    IntStream.range(0, encoded.length)
        .parallel()
        .forEach(
            i -> {
              for (int m = 0; m < marks; m++) {
                add(scores[i], columns[m], encoded[i][m]);
              }
            });
    return scores;
  }

  private static void add(float[] sum, float[] column, float factor) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * column[j];
    }
  }
}
