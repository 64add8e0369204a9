package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import scala.Tuple2;

/**
 * Brings the two records of each pair together, in two joins: where the second record of a pair is,
 * it is taken along; where the first is, the two are compared. A task holds one part of the records
 * and what pairs need of one other part.
 */
final class PairJoin implements Serializable {
  private static final long serialVersionUID = 1;
  private final transient JavaRDD<RecordPart> records;
  private final transient Partitioner partitioner;
  private final Outline outline;
  private final Buckets buckets;
  private final Held held;

  PairJoin(
      JavaRDD<RecordPart> records,
      Partitioner partitioner,
      Outline outline,
      Buckets buckets,
      Held held) {
    this.records = records;
    this.partitioner = partitioner;
    this.outline = outline;
    this.buckets = buckets;
    this.held = held;
  }

  /** Pairs of two parts, with the second record of each. */
  private record Half(Pairs pairs, RecordPart seconds) implements Serializable {}

  /**
   * Compares.
   *
   * @param pairs by the bucket of the second record, at most one entry for each
   * @return for each bucket one entry, with the pairs whose first record is of it
   */
  JavaRDD<ComparedPairs> compared(JavaPairRDD<Integer, Pairs> pairs) {
    JavaRDD<Tuple2<Integer, Half>> halves =
        records.zipPartitions(
            pairs.map(of -> of._2()),
            (part, some) ->
                some.hasNext()
                    ? new Halves(part.next(), some.next())
                    : List.<Tuple2<Integer, Half>>of().iterator());
    return records.zipPartitions(
        JavaPairRDD.fromJavaRDD(halves).partitionBy(partitioner).values(),
        (part, some) -> List.of(compared(part.next(), some)).iterator());
  }

  /**
   * The pairs of one bucket, bucket of the first record by bucket; made when they are asked for.
   */
  private final class Halves implements Iterator<Tuple2<Integer, Half>> {
    private final RecordPart part;
    private final Pairs pairs;
    private final Held.Hand hand = held.hand();
    private int from;

    Halves(RecordPart part, Pairs pairs) {
      this.part = part;
      this.pairs = pairs;
    }

    @Override
    public boolean hasNext() {
      return from < pairs.size();
    }

    @Override
    public Tuple2<Integer, Half> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int bucket = buckets.of(pairs.left(from));
      int to = from;
      while (to < pairs.size() && buckets.of(pairs.left(to)) == bucket) {
        to++;
      }
      Pairs some = new Pairs(Arrays.copyOfRange(pairs.keys, from, to));
      System.arraycopy(pairs.ways, from, some.ways, 0, some.size());
      from = to;
      int[] rows = rows(part, IntStream.range(0, some.size()).map(some::right));
      RecordPart seconds = part.those(rows);
      hand.holds((long) part.size() + seconds.size());
      return new Tuple2<>(bucket, new Half(some, seconds));
    }
  }

  /** The places of records in a part, ascending and each once. */
  private static int[] rows(RecordPart part, IntStream records) {
    int first = part.record(0);
    return records.map(r -> r - first).sorted().distinct().toArray();
  }

  private ComparedPairs compared(RecordPart part, Iterator<Half> halves) {
    Held.Hand hand = held.hand();
    List<ComparedPairs> all = new ArrayList<>();
    while (halves.hasNext()) {
      Half half = halves.next();
      Pairs pairs = half.pairs;
      int[] rows = rows(part, IntStream.range(0, pairs.size()).map(pairs::left));
      RecordPart both =
          part.those(rows, half.seconds, IntStream.range(0, half.seconds.size()).toArray());
      hand.holds((long) part.size() + half.seconds.size() + both.size());
      all.add(compared(pairs, rows.length, both));
    }
    hand.holds(0);
    return ComparedPairs.joined(all);
  }

  /**
   * Compares the pairs of two parts.
   *
   * @param firsts how many records of a part are the first ones of pairs; the others follow
   */
  private ComparedPairs compared(Pairs pairs, int firsts, RecordPart both) {
    PairLevels levels = new PairLevels(both.population(outline));
    int[] records = IntStream.range(0, both.size()).map(both::record).toArray();
    short[] traits = new short[pairs.size()];
    float[] nats = new float[pairs.size() * 2 + 16];
    int told = 0;
    for (int k = 0; k < pairs.size(); k++) {
      int i = Arrays.binarySearch(records, 0, firsts, pairs.left(k));
      int j = Arrays.binarySearch(records, firsts, records.length, pairs.right(k));
      long vector = levels.vector(i, j);
      pairs.vectors[k] = vector;
      for (int t = 0; t < outline.columns().size(); t++) {
        if (levels.comparison(t).isSame(PairLevels.level(vector, t))) {
          float rarity = both.rarity(t, i, j);
          if (rarity != 0) {
            nats = told == nats.length ? Arrays.copyOf(nats, 2 * told) : nats;
            nats[told++] = rarity;
            traits[k] |= (short) (1 << t);
          }
        }
      }
    }
    return new ComparedPairs(pairs, traits, Arrays.copyOf(nats, told));
  }
}
