package org.passerelle.linkage.spark;

import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.passerelle.linkage.internal.candidates.Neighbours;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;

/** Pairs that share a neighbour, found where the neighbours of a record come together. */
final class SharedNeighbours {
  private SharedNeighbours() {}

  /** The pairs by bucket, known ones among them and some several times. */
  static JavaPairRDD<Integer, long[]> of(
      JavaPairRDD<Integer, Pairs> weighed,
      Records records,
      Buckets buckets,
      Partitioner partitioner) {
    return weighed
        .values()
        .flatMapToPair(
            pairs -> {
              Buckets.Sorter sorter = buckets.sorter();
              for (int k = 0; k < pairs.size(); k++) {
                if (pairs.weight(k) >= Neighbours.LEAST) {
                  send(sorter, buckets, pairs.left(k), pairs.right(k), pairs.weight(k));
                  send(sorter, buckets, pairs.right(k), pairs.left(k), pairs.weight(k));
                }
              }
              return sorter.sent();
            })
        .groupByKey(partitioner)
        .flatMapToPair(
            bucket -> {
              Buckets.Sorter sorter = buckets.sorter();
              Population population = records.here().population();
              for (long[] entries : neighbours(buckets, bucket._1(), bucket._2())) {
                Neighbours.closing(
                    population, entries, pair -> sorter.add(buckets.ofPair(pair), pair));
              }
              return sorter.sent();
            });
  }

  /** A record, then a neighbour of it. */
  private static void send(
      Buckets.Sorter sorter, Buckets buckets, int record, int neighbour, float weight) {
    sorter.add(buckets.of(record), record);
    sorter.add(buckets.of(record), Neighbours.entry(neighbour, weight));
  }

  /** By record of a bucket. */
  private static long[][] neighbours(Buckets buckets, int bucket, Iterable<long[]> sent) {
    int first = buckets.from(bucket);
    int[] counts = new int[buckets.from(bucket + 1) - first];
    for (long[] part : sent) {
      for (int k = 0; k < part.length; k += 2) {
        counts[(int) part[k] - first]++;
      }
    }
    long[][] of = new long[counts.length][];
    for (int i = 0; i < of.length; i++) {
      of[i] = new long[counts[i]];
    }
    for (long[] part : sent) {
      for (int k = 0; k < part.length; k += 2) {
        int i = (int) part[k] - first;
        of[i][--counts[i]] = part[k + 1];
      }
    }
    return of;
  }

  /** Those that are not known. */
  static Pairs fresh(long[] pairs, Pairs known) {
    LongList fresh = new LongList();
    for (long pair : pairs) {
      if (!known.contains(pair)) {
        fresh.add(pair);
      }
    }
    return new Pairs(fresh.toArray());
  }
}
