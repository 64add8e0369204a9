package org.passerelle.linkage.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.passerelle.linkage.internal.candidates.Neighbours;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;
import scala.Tuple2;

/** Pairs that share a neighbour, found where the neighbours of a record come together. */
final class SharedNeighbours {
  private SharedNeighbours() {}

  /**
   * Those that are not known.
   *
   * @param weighed by the bucket of the first record
   * @return by the bucket of the second record
   */
  static JavaPairRDD<Integer, Pairs> of(
      JavaRDD<Pairs> weighed, Outline outline, Buckets buckets, Partitioner partitioner) {
    JavaPairRDD<Integer, long[]> met =
        met(weighed, outline, buckets, partitioner)
            .groupByKey(partitioner)
            .mapValues(Buckets::distinct);
    return JavaPairRDD.fromJavaRDD(
            weighed.zipPartitions(
                met.values(),
                (known, all) ->
                    all.hasNext()
                        ? fresh(all.next(), known.next(), buckets)
                        : List.<Tuple2<Integer, long[]>>of().iterator()))
        .groupByKey(partitioner)
        .mapValues(parts -> new Pairs(Buckets.distinct(parts)));
  }

  /**
   * The pairs by the bucket of their first record, known ones among them and some several times.
   */
  private static JavaPairRDD<Integer, long[]> met(
      JavaRDD<Pairs> weighed, Outline outline, Buckets buckets, Partitioner partitioner) {
    return weighed
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
              Population population = outline.numbers();
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

  /** Those that are not known, on their way to their second records. */
  private static Iterator<Tuple2<Integer, long[]>> fresh(
      long[] pairs, Pairs known, Buckets buckets) {
    Buckets.Sorter sorter = buckets.sorter();
    for (long pair : pairs) {
      if (!known.contains(pair)) {
        sorter.add(buckets.ofSecond(pair), pair);
      }
    }
    return sorter.sent();
  }
}
