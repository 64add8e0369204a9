package org.passerelle.linkage.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.Population;
import scala.Tuple2;

/**
 * Records that share keys. The sizes of all blocks of a key are known before any pair is made, so
 * that the same blocks are left out as in one process.
 */
final class KeyBlocks {
  private static final Blocks.Sizes NOTHING =
      new Blocks.Sizes(new long[Keys.LARGEST_BLOCK + 2], new long[Keys.LARGEST_BLOCK + 2], 0);
  private final JavaSparkContext context;
  private final Records records;
  private final Buckets buckets;
  private final Partitioner partitioner;
  private final Progress progress;
  private int used;
  private long limited;
  private long leftOut;

  KeyBlocks(
      JavaSparkContext context,
      Records records,
      Buckets buckets,
      Partitioner partitioner,
      Progress progress) {
    this.context = context;
    this.records = records;
    this.buckets = buckets;
    this.partitioner = partitioner;
    this.progress = progress;
  }

  /** The pairs by bucket, some several times. */
  JavaPairRDD<Integer, long[]> pairs() {
    progress.at("looking for candidates", 0);
    List<Keys.Key> keys = records.here().keys();
    int alone = Keys.alone(keys);
    Set<String> complete = new HashSet<>();
    int[] first =
        IntStream.of(Keys.used(keys, complete, buckets.records())).filter(k -> k < alone).toArray();
    JavaPairRDD<Integer, long[]> bySingles = pairs(first, complete);
    int[] all = Keys.used(keys, complete, buckets.records());
    used = all.length;
    progress.at("looking for candidates by two things", 0);
    return bySingles.union(pairs(IntStream.of(all).filter(k -> k >= alone).toArray(), complete));
  }

  String report(long found) {
    return Candidates.report(found, used, limited, leftOut);
  }

  private JavaPairRDD<Integer, long[]> pairs(int[] keys, Set<String> complete) {
    JavaPairRDD<Integer, long[]> blocks = blocks(keys);
    Map<Integer, Integer> caps = new HashMap<>();
    Map<Integer, Blocks.Sizes> all = sizes(blocks);
    for (int key : keys) {
      Blocks.Sizes sizes = all.getOrDefault(key, NOTHING);
      int cap = Keys.cap(records.here().keys().get(key), sizes, buckets.records());
      caps.put(key, cap);
      limited += sizes.blocksAbove(cap) > 0 ? 1 : 0;
      leftOut += sizes.pairsAbove(cap);
      if (sizes.blocksAbove(cap) == 0) {
        complete.add(records.here().keys().get(key).label());
      }
    }
    return emitted(blocks, caps);
  }

  /** The entries of keys, those of one block in one place; a place is a key and a bucket. */
  private JavaPairRDD<Integer, long[]> blocks(int[] keys) {
    Records of = records;
    Buckets to = buckets;
    return Kept.kept(
        context
            .parallelize(IntStream.range(0, to.count()).boxed().toList(), to.count())
            .flatMapToPair(
                bucket -> {
                  Records.Here here = of.here();
                  List<Tuple2<Integer, long[]>> sent = new ArrayList<>();
                  for (int key : keys) {
                    Buckets.Sorter sorter = to.sorter();
                    Blocks.entries(
                        here.population(),
                        here.keys().get(key),
                        to.from(bucket),
                        to.from(bucket + 1),
                        entry -> sorter.add(to.ofEntry(entry), entry));
                    sent.addAll(sorter.sent(key * to.count()));
                  }
                  return sent.iterator();
                })
            .groupByKey(partitioner)
            .mapValues(Buckets::distinct));
  }

  private Map<Integer, Blocks.Sizes> sizes(JavaPairRDD<Integer, long[]> blocks) {
    Records of = records;
    int count = buckets.count();
    return blocks
        .mapToPair(
            part ->
                new Tuple2<>(
                    part._1() / count, new Blocks(of.here().population(), part._2()).sizes()))
        .reduceByKey(Blocks.Sizes::plus)
        .collectAsMap();
  }

  private JavaPairRDD<Integer, long[]> emitted(
      JavaPairRDD<Integer, long[]> blocks, Map<Integer, Integer> caps) {
    Records of = records;
    Buckets to = buckets;
    Map<Integer, Integer> most = Map.copyOf(caps);
    return blocks.flatMapToPair(
        part -> {
          Population population = of.here().population();
          Buckets.Sorter sorter = to.sorter();
          new Blocks(population, part._2())
              .pairs(
                  most.getOrDefault(part._1() / to.count(), 1),
                  pair -> sorter.add(to.ofPair(pair), pair));
          return sorter.sent();
        });
  }
}
