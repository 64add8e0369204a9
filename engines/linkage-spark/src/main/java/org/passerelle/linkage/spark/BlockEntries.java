package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;

/**
 * Records of blocks on their way to where blocks come together. Of what more records share than any
 * block may hold, no machine is sent more than it needs to know that, so that a value which a
 * twentieth of all records have costs what a rare one does.
 *
 * @param entries ascending and distinct
 * @param crowds what was held back
 */
record BlockEntries(long[] entries, List<Crowd> crowds) implements Serializable {
  private static final int LARGEST = Keys.LARGEST_BLOCK;

  /**
   * Records of a block that were not sent.
   *
   * @param hash of its key, as the entries begin
   * @param left how many of them are of the left list
   */
  record Crowd(long hash, long records, long left) implements Serializable {}

  /** The bits of entries that are the record, and how many records are of the left list. */
  record Reading(long recordBits, int left) implements Serializable {
    long hash(long entry) {
      return entry & ~recordBits;
    }

    boolean isLeft(long entry) {
      return (entry & recordBits) < left;
    }
  }

  /** By bucket, what a machine sends of one key. */
  static BlockEntries[] sent(long[] entries, Reading reading, Buckets buckets) {
    LongList[] lists = new LongList[buckets.count()];
    List<List<Crowd>> crowds = new ArrayList<>();
    for (int b = 0; b < lists.length; b++) {
      lists[b] = new LongList(2);
      crowds.add(new ArrayList<>(0));
    }
    for (int from = 0; from < entries.length; ) {
      int bucket = buckets.ofEntry(entries[from]);
      int end = end(entries, from, reading);
      int to = Math.min(end, from + LARGEST + 1);
      for (int at = from; at < to; at++) {
        lists[bucket].add(entries[at]);
      }
      if (to < end) {
        crowds
            .get(bucket)
            .add(new Crowd(reading.hash(entries[from]), end - to, left(entries, to, end, reading)));
      }
      from = end;
    }
    BlockEntries[] sent = new BlockEntries[lists.length];
    for (int b = 0; b < sent.length; b++) {
      sent[b] = new BlockEntries(lists[b].toArray(), List.copyOf(crowds.get(b)));
    }
    return sent;
  }

  private static int end(long[] entries, int from, Reading reading) {
    int to = from + 1;
    while (to < entries.length && reading.hash(entries[to]) == reading.hash(entries[from])) {
      to++;
    }
    return to;
  }

  private static long left(long[] entries, int from, int to, Reading reading) {
    long left = 0;
    for (int at = from; at < to; at++) {
      left += reading.isLeft(entries[at]) ? 1 : 0;
    }
    return left;
  }

  boolean isEmpty() {
    return entries.length == 0;
  }

  /** What several machines sent. */
  static BlockEntries joined(Iterable<BlockEntries> parts) {
    List<long[]> entries = new ArrayList<>();
    Map<Long, Crowd> crowds = new TreeMap<>();
    for (BlockEntries part : parts) {
      entries.add(part.entries);
      for (Crowd crowd : part.crowds) {
        crowds.merge(
            crowd.hash, crowd, (a, b) -> new Crowd(a.hash, a.records + b.records, a.left + b.left));
      }
    }
    return new BlockEntries(Buckets.distinct(entries), List.copyOf(crowds.values()));
  }

  /** How large the blocks are, those included that were held back in part. */
  Blocks.Sizes sizes(Population numbers, Reading reading) {
    Blocks.Sizes sizes = new Blocks(numbers, entries).sizes();
    long pairs = 0;
    long more = 0;
    for (Crowd crowd : crowds) {
      int from = java.util.Arrays.binarySearch(entries, crowd.hash);
      from = from < 0 ? ~from : from;
      int to = end(entries, from, reading);
      long left = left(entries, from, to, reading);
      pairs +=
          pairs(numbers, to - from + crowd.records, left + crowd.left)
              - pairs(numbers, to - from, left);
      more += crowd.records;
    }
    long[] above = new long[LARGEST + 2];
    above[LARGEST + 1] = pairs;
    return sizes.plus(new Blocks.Sizes(above, new long[LARGEST + 2], more));
  }

  private static long pairs(Population numbers, long records, long left) {
    return numbers.isTwoLists() ? left * (records - left) : records * (records - 1) / 2;
  }
}
