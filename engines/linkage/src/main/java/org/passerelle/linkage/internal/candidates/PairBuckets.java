package org.passerelle.linkage.internal.candidates;

import org.passerelle.linkage.internal.comparison.LongList;

/**
 * Pairs of records as they are found, many of them several times, kept by their smaller record:
 * what is known already is dropped whenever a bucket has doubled, so that memory holds little more
 * than each pair once, and what is sorted fits into the caches of a processor. Not for several
 * threads.
 */
public final class PairBuckets implements Blocks.PairSink {
  private static final int BUCKETS = 512;
  private static final int FEWEST = 4_096;

  private final LongList[] buckets = new LongList[BUCKETS];

  /** By bucket, how many it may hold before it is looked through. */
  private final int[] most = new int[BUCKETS];

  private final int width;

  /** For so many records. */
  PairBuckets(int records) {
    width = Math.max(1, (records + BUCKETS - 1) / BUCKETS);
  }

  @Override
  public void add(long pair) {
    int b = (int) (pair >>> 32) / width;
    LongList bucket = buckets[b];
    if (bucket == null) {
      bucket = new LongList(FEWEST / 4);
      buckets[b] = bucket;
      most[b] = FEWEST;
    }
    bucket.add(pair);
    if (bucket.size() >= most[b]) {
      bucket.drop();
      most[b] = Math.max(FEWEST, 2 * bucket.size());
    }
  }

  /** How many pairs there are, at least by half. */
  long atMost() {
    long sum = 0;
    for (LongList bucket : buckets) {
      sum += bucket == null ? 0 : bucket.size();
    }
    return sum;
  }

  /** How many distinct pairs there are. */
  long size() {
    long sum = 0;
    for (LongList bucket : buckets) {
      if (bucket != null) {
        bucket.drop();
        sum += bucket.size();
      }
    }
    return sum;
  }

  /** All, ascending, each once; nothing is left here. */
  public long[] sorted() {
    long[] all = new long[Math.toIntExact(size())];
    int n = 0;
    for (int b = 0; b < BUCKETS; b++) {
      LongList bucket = buckets[b];
      for (int k = 0; bucket != null && k < bucket.size(); k++) {
        all[n++] = bucket.get(k);
      }
      buckets[b] = null;
    }
    return all;
  }
}
