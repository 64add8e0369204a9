package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.passerelle.linkage.internal.comparison.LongList;
import scala.Tuple2;

/**
 * How records and what belongs to them are spread: a bucket holds the records of one range, so that
 * the buckets one after the other are in the order of the records.
 *
 * @param count how many buckets
 * @param records how many records
 */
record Buckets(int count, int records) implements Serializable {
  /** The bucket of a record. */
  int of(int record) {
    return (int) ((long) record * count / records);
  }

  /** The first record of a bucket. */
  int from(int bucket) {
    return (int) (((long) bucket * records + count - 1) / count);
  }

  /** The bucket of a pair is that of its smaller record. */
  int ofPair(long pair) {
    return of((int) (pair >>> 32));
  }

  /** The bucket of the larger record of a pair. */
  int ofSecond(long pair) {
    return of((int) pair);
  }

  /** The bucket of an entry of a block is its hash's; the lower bits are the record. */
  int ofEntry(long entry) {
    return (int) ((entry >>> 33) % count);
  }

  /** Numbers on their way to their buckets. Not for several threads. */
  final class Sorter {
    private final LongList[] lists = new LongList[count];

    void add(int bucket, long value) {
      if (lists[bucket] == null) {
        lists[bucket] = new LongList();
      }
      lists[bucket].add(value);
    }

    /** What came, by bucket; the numbers of the buckets begin at a first one. */
    List<Tuple2<Integer, long[]>> sent(int first) {
      List<Tuple2<Integer, long[]>> all = new ArrayList<>();
      for (int b = 0; b < count; b++) {
        if (lists[b] != null) {
          all.add(new Tuple2<>(first + b, lists[b].toArray()));
        }
      }
      return all;
    }

    Iterator<Tuple2<Integer, long[]>> sent() {
      return sent(0).iterator();
    }
  }

  Sorter sorter() {
    return new Sorter();
  }

  /** All numbers of several parts, ascending and each once. */
  static long[] distinct(Iterable<long[]> parts) {
    LongList all = new LongList();
    for (long[] part : parts) {
      for (long value : part) {
        all.add(value);
      }
    }
    return all.distinct();
  }
}
