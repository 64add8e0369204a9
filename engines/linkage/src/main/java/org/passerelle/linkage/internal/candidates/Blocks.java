package org.passerelle.linkage.internal.candidates;

import java.io.Serializable;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Texts;

/**
 * Records that share a token, or two tokens at once. The smallest blocks are taken first, until the
 * pairs would be more than a budget: what is rare tells most and costs least.
 */
public final class Blocks {
  /** Records of a key, the keys in order; the lower bits are the record. */
  private final long[] entries;

  private final int bits;
  private final Population population;

  /**
   * Blocks of what {@link #entries} gave, of all records or of those whose keys fall into one part.
   *
   * @param entries ascending and distinct
   */
  public Blocks(Population population, long[] entries) {
    this.population = population;
    this.bits = bits(population);
    this.entries = entries;
  }

  /** What a block takes. */
  @FunctionalInterface
  public interface EntrySink {
    void add(long entry);
  }

  /** A pair that shares a key. */
  @FunctionalInterface
  public interface PairSink {
    void add(long pair);
  }

  /** How many lower bits of an entry are the record. */
  public static int bits(Population population) {
    return 64 - Long.numberOfLeadingZeros(Math.max(1, population.size() - 1));
  }

  /** The entries of some records, a hash of the key above the number of the record. */
  public static void entries(
      Population population, Keys.Key key, int from, int to, EntrySink into) {
    long mask = (1L << bits(population)) - 1;
    for (int i = from; i < to; i++) {
      int record = i;
      hashes(key, i, hash -> into.add((hash & ~mask) | record));
    }
  }

  /** What a record may share with others in a key, as well-mixed numbers; the same in any list. */
  public static void hashes(Keys.Key key, int record, EntrySink into) {
    for (long token : key.first().of(record)) {
      if (key.alone()) {
        into.add(Texts.mix(token));
      } else {
        for (long other : key.second().of(record)) {
          long both = both(key, token, other);
          if (key.third().isEmpty()) {
            into.add(both);
          } else {
            for (long third : key.third().get().of(record)) {
              into.add(Texts.mix(both + third));
            }
          }
        }
      }
    }
  }

  private static long both(Keys.Key key, long token, long other) {
    return key.either() && other < token
        ? Texts.mix(other * 31 + token)
        : Texts.mix(token * 31 + other);
  }

  /**
   * How many pairs the blocks of each size have; the last is that of all that are too large.
   *
   * @param entries records of all blocks, as often as they have the key
   */
  public record Sizes(long[] pairs, long[] blocks, long entries) implements Serializable {
    public Sizes plus(Sizes other) {
      long[] sum = pairs.clone();
      long[] count = blocks.clone();
      for (int s = 0; s < sum.length; s++) {
        sum[s] += other.pairs[s];
        count[s] += other.blocks[s];
      }
      return new Sizes(sum, count, entries + other.entries);
    }

    /** The largest size that is taken. */
    public int cap(long budget) {
      int cap = 1;
      long sum = 0;
      while (cap < Keys.LARGEST_BLOCK && sum + pairs[cap + 1] <= budget) {
        sum += pairs[++cap];
      }
      return cap;
    }

    /** What part of the pairs is in blocks up to a cap; all where there are none. */
    double share(int cap) {
      double all = above(pairs, 0);
      return all == 0 ? 1 : 1 - pairsAbove(cap) / all;
    }

    /** Blocks that a cap leaves out. */
    public long blocksAbove(int cap) {
      return above(blocks, cap);
    }

    /** Pairs that a cap leaves out. */
    public long pairsAbove(int cap) {
      return above(pairs, cap);
    }

    private static long above(long[] counts, int cap) {
      long sum = 0;
      for (int s = cap + 1; s < counts.length; s++) {
        sum += counts[s];
      }
      return sum;
    }
  }

  /** How large the blocks are. */
  public Sizes sizes() {
    long[] pairs = new long[Keys.LARGEST_BLOCK + 2];
    long[] blocks = new long[Keys.LARGEST_BLOCK + 2];
    for (int from = 0; from < entries.length; ) {
      int to = end(from);
      int size = Math.min(to - from, Keys.LARGEST_BLOCK + 1);
      pairs[size] += pairs(from, to);
      blocks[size]++;
      from = to;
    }
    return new Sizes(pairs, blocks, entries.length);
  }

  /** The pairs of all blocks up to a size. */
  public void pairs(int cap, PairSink into) {
    for (int from = 0; from < entries.length; ) {
      int to = end(from);
      if (to - from <= cap) {
        emit(from, to, into);
      }
      from = to;
    }
  }

  private int end(int from) {
    long key = entries[from] >>> bits;
    int to = from + 1;
    while (to < entries.length && entries[to] >>> bits == key) {
      to++;
    }
    return to;
  }

  private int record(int at) {
    return (int) (entries[at] & ((1L << bits) - 1));
  }

  private long pairs(int from, int to) {
    long n = (long) to - from;
    if (!population.isTwoLists()) {
      return n * (n - 1) / 2;
    }
    long left = 0;
    for (int i = from; i < to; i++) {
      left += record(i) < population.left() ? 1 : 0;
    }
    return left * (n - left);
  }

  private void emit(int from, int to, PairSink into) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        // records stand in order within a block
        if (population.isPair(record(i), record(j))) {
          into.add(((long) record(i) << 32) | record(j));
        }
      }
    }
  }
}
