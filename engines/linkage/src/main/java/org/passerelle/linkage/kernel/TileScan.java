package org.passerelle.linkage.kernel;

import java.util.Arrays;

/**
 * One encoding against a tile. HotSpot turns {@code Integer.bitCount} into the vector instruction
 * only in this shape: whole arrays, no offset in the index, four words a pass, a method of its own;
 * with eight words a pass it does not, and the scan is eight times slower.
 */
final class TileScan {
  private static final int SCALE = 1 << 12;
  private final Measure measure;
  private final int threshold;
  private final int[] counts = new int[BitColumns.TILE];
  private final int[] bounds = new int[BitColumns.TILE];

  /**
   * @param threshold least similarity, from 0 to 1
   */
  TileScan(Measure measure, double threshold) {
    this.measure = measure;
    this.threshold =
        measure == Measure.DICE
            ? (int) Math.ceil(threshold * SCALE - 1e-6)
            : (int) Math.floor((1 - threshold) * BitColumns.BITS + 1e-9);
  }

  /** Prepares for queries against a tile whose encodings have so many bits. */
  void enter(int[] bits) {
    if (measure == Measure.DICE) {
      for (int j = 0; j < bits.length; j++) {
        bounds[j] = threshold * bits[j];
      }
    } else {
      Arrays.fill(bounds, 0);
    }
  }

  /** Compares and returns how many of the tile's places are near enough. */
  int scan(int[][] tile, int[] query, int queryBits) {
    if (measure == Measure.DICE) {
      Arrays.fill(counts, 0);
      for (int w = 0; w < BitColumns.WORDS; w += 4) {
        addAnd(
            tile[w],
            tile[w + 1],
            tile[w + 2],
            tile[w + 3],
            query[w],
            query[w + 1],
            query[w + 2],
            query[w + 3],
            counts);
      }
      return near(counts, bounds, threshold * queryBits);
    }
    return within(distances(tile, query), threshold);
  }

  /** How many bits of each of the tile's places differ; good until the next. */
  int[] distances(int[][] tile, int[] query) {
    Arrays.fill(counts, 0);
    for (int w = 0; w < BitColumns.WORDS; w += 4) {
      addXor(
          tile[w],
          tile[w + 1],
          tile[w + 2],
          tile[w + 3],
          query[w],
          query[w + 1],
          query[w + 2],
          query[w + 3],
          counts);
    }
    return counts;
  }

  /** Whether the place is near enough, after {@link #scan}; an empty encoding never is. */
  boolean near(int place, int queryBits) {
    return measure == Measure.DICE
        ? counts[place] > 0 && counts[place] * 2 * SCALE >= bounds[place] + threshold * queryBits
        : counts[place] <= threshold;
  }

  /** The similarity at a place, after {@link #scan}. */
  double similarity(int place, int queryBits, int placeBits) {
    return measure == Measure.DICE
        ? 2.0 * counts[place] / (queryBits + placeBits)
        : 1 - counts[place] / (double) BitColumns.BITS;
  }

  private static void addAnd(
      int[] a, int[] b, int[] c, int[] d, int p, int q, int r, int s, int[] counts) {
    for (int j = 0; j < BitColumns.TILE; j++) {
      counts[j] +=
          Integer.bitCount(p & a[j])
              + Integer.bitCount(q & b[j])
              + Integer.bitCount(r & c[j])
              + Integer.bitCount(s & d[j]);
    }
  }

  private static void addXor(
      int[] a, int[] b, int[] c, int[] d, int p, int q, int r, int s, int[] counts) {
    for (int j = 0; j < BitColumns.TILE; j++) {
      counts[j] +=
          Integer.bitCount(p ^ a[j])
              + Integer.bitCount(q ^ b[j])
              + Integer.bitCount(r ^ c[j])
              + Integer.bitCount(s ^ d[j]);
    }
  }

  private static int near(int[] counts, int[] bounds, int bound) {
    int far = 0;
    for (int j = 0; j < BitColumns.TILE; j++) {
      far += (counts[j] * 2 * SCALE - bounds[j] - bound) >>> 31;
    }
    return BitColumns.TILE - far;
  }

  /** How many are at most so far; the last tile's empty places among them. */
  static int within(int[] counts, int most) {
    int far = 0;
    for (int j = 0; j < BitColumns.TILE; j++) {
      far += (most - counts[j]) >>> 31;
    }
    return BitColumns.TILE - far;
  }
}
