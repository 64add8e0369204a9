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
import org.apache.spark.api.java.JavaRDD;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.LongList;
import scala.Tuple2;

/**
 * Records that share keys. Of a record only its keys and its number travel. The sizes of all blocks
 * of a key are known before any pair is made, so that the same blocks are left out as in one
 * process.
 */
final class KeyBlocks {
  private static final Blocks.Sizes NOTHING =
      new Blocks.Sizes(new long[Keys.LARGEST_BLOCK + 2], new long[Keys.LARGEST_BLOCK + 2], 0);
  private final JavaRDD<RecordPart> records;
  private final Outline outline;
  private final BlockEntries.Reading reading;
  private final Buckets buckets;
  private final Partitioner partitioner;
  private final Held held;
  private final Progress progress;
  private final List<Keys.Key> keys;
  private int used;
  private long limited;
  private long leftOut;

  KeyBlocks(
      JavaRDD<RecordPart> records,
      Outline outline,
      Buckets buckets,
      Partitioner partitioner,
      Held held,
      Progress progress) {
    this.records = records;
    this.outline = outline;
    this.reading = new BlockEntries.Reading(outline.recordBits(), outline.left());
    this.buckets = buckets;
    this.partitioner = partitioner;
    this.held = held;
    this.progress = progress;
    this.keys = outline.keys(outline.nothing());
  }

  /** The pairs by the bucket of their second record, some several times. */
  JavaPairRDD<Integer, long[]> pairs() {
    progress.at("looking for candidates", 0);
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

  private JavaPairRDD<Integer, long[]> pairs(int[] some, Set<String> complete) {
    JavaPairRDD<Integer, BlockEntries> blocks = blocks(some);
    Map<Integer, Integer> caps = new HashMap<>();
    Map<Integer, Blocks.Sizes> all = sizes(blocks);
    for (int key : some) {
      Blocks.Sizes sizes = all.getOrDefault(key, NOTHING);
      int cap = Keys.cap(keys.get(key), sizes, buckets.records());
      caps.put(key, cap);
      limited += sizes.blocksAbove(cap) > 0 ? 1 : 0;
      leftOut += sizes.pairsAbove(cap);
      if (sizes.blocksAbove(cap) == 0) {
        complete.add(keys.get(key).label());
      }
    }
    return emitted(blocks, caps);
  }

  /** The entries of keys, those of one block in one place; a place is a key and a bucket. */
  private JavaPairRDD<Integer, BlockEntries> blocks(int[] some) {
    Outline of = outline;
    BlockEntries.Reading entries = reading;
    Buckets to = buckets;
    Held holding = held;
    return Kept.kept(
        records
            .flatMapToPair(
                part -> {
                  holding.hand().holds(part.size());
                  List<Keys.Key> own = of.keys(part.population(of));
                  List<Tuple2<Integer, BlockEntries>> sent = new ArrayList<>();
                  for (int key : some) {
                    BlockEntries[] each =
                        BlockEntries.sent(entries(own.get(key), part, entries), entries, to);
                    for (int b = 0; b < each.length; b++) {
                      if (!each[b].isEmpty()) {
                        sent.add(new Tuple2<>(key * to.count() + b, each[b]));
                      }
                    }
                  }
                  return sent.iterator();
                })
            .groupByKey(partitioner)
            .mapValues(BlockEntries::joined));
  }

  private static long[] entries(Keys.Key key, RecordPart part, BlockEntries.Reading reading) {
    LongList entries = new LongList();
    for (int row = 0; row < part.size(); row++) {
      int record = part.record(row);
      Blocks.hashes(key, row, hash -> entries.add(reading.hash(hash) | record));
    }
    return entries.distinct();
  }

  private Map<Integer, Blocks.Sizes> sizes(JavaPairRDD<Integer, BlockEntries> blocks) {
    Outline of = outline;
    BlockEntries.Reading entries = reading;
    int count = buckets.count();
    return blocks
        .mapToPair(part -> new Tuple2<>(part._1() / count, part._2().sizes(of.numbers(), entries)))
        .reduceByKey(Blocks.Sizes::plus)
        .collectAsMap();
  }

  private JavaPairRDD<Integer, long[]> emitted(
      JavaPairRDD<Integer, BlockEntries> blocks, Map<Integer, Integer> caps) {
    Outline of = outline;
    Buckets to = buckets;
    Map<Integer, Integer> most = Map.copyOf(caps);
    return blocks.flatMapToPair(
        part -> {
          Buckets.Sorter sorter = to.sorter();
          new Blocks(of.numbers(), part._2().entries())
              .pairs(
                  most.getOrDefault(part._1() / to.count(), 1),
                  pair -> sorter.add(to.ofSecond(pair), pair));
          return sorter.sent();
        });
  }
}
