package org.passerelle.linkage.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/**
 * Every encoding of one store against every encoding of another, or of the same: all pairs whose
 * similarity reaches a threshold. Takes {@code n·m} comparisons of about 2 ns each and no memory to
 * speak of. Interrupting the calling thread ends the search.
 */
public final class AllPairs {
  private static final int BLOCK = 128;
  private final Measure measure;
  private final double threshold;
  private final int threads;

  /**
   * A search on so many threads.
   *
   * @param threshold least similarity that counts as near, above 0 and at most 1
   */
  public AllPairs(Measure measure, double threshold, int threads) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "The threshold is %s. Maybe it should lie above 0 and at most at 1."
              .formatted(threshold));
    }
    this.measure = measure;
    this.threshold = threshold;
    this.threads = Math.max(1, threads);
  }

  /** All near pairs between two stores. */
  public void between(BitColumns left, BitColumns right, NearPair pairs, DoubleConsumer share) {
    run(left, right, false, pairs, share);
  }

  /** All near pairs within a store, the smaller number first, none with itself. */
  public void within(BitColumns store, NearPair pairs, DoubleConsumer share) {
    run(store, store, true, pairs, share);
  }

  private void run(
      BitColumns left, BitColumns right, boolean same, NearPair pairs, DoubleConsumer share) {
    int blocks = (left.size() + BLOCK - 1) / BLOCK;
    AtomicLong done = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        tasks.add(
            pool.submit(
                () -> {
                  TileScan scan = new TileScan(measure, threshold);
                  for (long block = done.getAndIncrement();
                      block < blocks && !Thread.currentThread().isInterrupted();
                      block = done.getAndIncrement()) {
                    block(scan, left, right, same, (int) block * BLOCK, pairs);
                  }
                }));
      }
      watch(tasks, () -> share(done.get() - threads, blocks, same), share);
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * What part of the comparisons is done. Within one store each block meets fewer than the one
   * before.
   *
   * @param ended blocks that have ended at least
   */
  static double share(long ended, int blocks, boolean same) {
    double part = Math.max(0, Math.min(1, ended / (double) Math.max(1, blocks)));
    return same ? part * (2 - part) : part;
  }

  private static void watch(List<Future<?>> tasks, DoubleSupplier done, DoubleConsumer share) {
    try {
      for (Future<?> task : tasks) {
        while (!task.isDone()) {
          Thread.sleep(5);
          share.accept(done.getAsDouble());
        }
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The comparison was cancelled.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("The comparison failed.", e);
    }
  }

  private static void block(
      TileScan scan, BitColumns left, BitColumns right, boolean same, int from, NearPair pairs) {
    int to = Math.min(left.size(), from + BLOCK);
    int[][] queries = new int[to - from][BitColumns.WORDS];
    for (int q = from; q < to; q++) {
      left.copy(q, queries[q - from]);
    }
    for (int t = same ? from / BitColumns.TILE : 0; t < right.tiles(); t++) {
      int[] bits = right.tileBits(t);
      scan.enter(bits);
      for (int q = from; q < to; q++) {
        int queryBits = left.bitCount(q);
        int near = queryBits > 0 ? scan.scan(right.tile(t), queries[q - from], queryBits) : 0;
        if (near > 0) {
          report(scan, near, q, queryBits, right, t, same, pairs);
        }
      }
    }
  }

  /** Reports those that are near, and looks no further than the last of them. */
  private static void report(
      TileScan scan,
      int near,
      int q,
      int queryBits,
      BitColumns right,
      int t,
      boolean same,
      NearPair pairs) {
    int[] bits = right.tileBits(t);
    int first = t * BitColumns.TILE;
    int left = near;
    for (int j = 0; j < right.tileSize(t) && left > 0; j++) {
      if (scan.near(j, queryBits)) {
        left--;
        if (bits[j] > 0 && !(same && first + j <= q)) {
          pairs.found(q, first + j, scan.similarity(j, queryBits, bits[j]));
        }
      }
    }
  }
}
