package org.passerelle.linkage.kernel;

import java.util.Arrays;

/**
 * The nearest of a store to each of some encodings, by bits that differ. Takes {@code n·m}
 * comparisons of about 2 ns each; a tile is met by all before the next is fetched. Not for several
 * threads.
 */
public final class Nearest {
  private final int most;
  private final TileScan scan = new TileScan(Measure.HAMMING, 1);

  /**
   * How many are told of each.
   *
   * @param most at least one
   */
  public Nearest(int most) {
    this.most = most;
  }

  /** Which of a store count for one of those who ask; numbers of both. */
  @FunctionalInterface
  public interface Counts {
    boolean test(int query, int stored);
  }

  /**
   * For each query the numbers of the nearest, the nearest first; of those equally near the first.
   * Ends early, with what was met so far, when the calling thread is interrupted.
   *
   * @param queries of 32 words each
   */
  public int[][] of(int[][] queries, BitColumns store, Counts counts) {
    long[][] best = new long[queries.length][most];
    for (long[] of : best) {
      Arrays.fill(of, Long.MAX_VALUE);
    }
    for (int t = 0; t < store.tiles() && !Thread.currentThread().isInterrupted(); t++) {
      for (int q = 0; q < queries.length; q++) {
        meet(q, scan.distances(store.tile(t), queries[q]), best[q], store, t, counts);
      }
    }
    int[][] nearest = new int[queries.length][];
    for (int q = 0; q < nearest.length; q++) {
      nearest[q] =
          Arrays.stream(best[q]).filter(b -> b < Long.MAX_VALUE).mapToInt(b -> (int) b).toArray();
    }
    return nearest;
  }

  private void meet(
      int query, int[] distances, long[] best, BitColumns store, int tile, Counts counts) {
    if (TileScan.within(distances, (int) (best[most - 1] >>> 32) - 1) == 0) {
      return;
    }
    for (int j = 0; j < store.tileSize(tile); j++) {
      int at = tile * BitColumns.TILE + j;
      if (distances[j] < (int) (best[most - 1] >>> 32) && counts.test(query, at)) {
        best[most - 1] = (long) distances[j] << 32 | at;
        Arrays.sort(best);
      }
    }
  }
}
