package org.passerelle.linkage.internal;

/**
 * Records that share a token, or two tokens at once. The smallest blocks are taken first, until the
 * pairs would be more than a budget: what is rare tells most and costs least.
 */
final class Blocks {
  /** Records of a key, the keys in order; the lower bits are the record. */
  private final long[] entries;

  private final int bits;
  private final int used;
  private final Population population;

  /**
   * @param second a second token that has to be shared too, or the same as the first
   */
  Blocks(Population population, Tokens first, Tokens second) {
    this.population = population;
    int n = population.size();
    this.bits = 64 - Long.numberOfLeadingZeros(Math.max(1, n - 1));
    long mask = (1L << bits) - 1;
    boolean alone = first.equals(second);
    LongList all = new LongList();
    for (int i = 0; i < n; i++) {
      for (long key : first.of(i)) {
        if (alone) {
          all.add((Texts.mix(key) & ~mask) | i);
        } else {
          for (long other : second.of(i)) {
            all.add((Texts.mix(key * 31 + other) & ~mask) | i);
          }
        }
      }
    }
    this.entries = all.distinct();
    this.used = entries.length;
  }

  /** What came of it: pairs taken, and blocks and pairs left out. */
  record Taken(long pairs, long blocksLeftOut, long pairsLeftOut, int largest) {}

  /**
   * @param most largest block
   * @param budget most pairs
   */
  Taken collect(int most, long budget, LongSet into) {
    long[] bySize = new long[most + 1];
    for (int from = 0; from < used; ) {
      int to = end(from);
      if (to - from <= most) {
        bySize[to - from] += pairs(from, to);
      }
      from = to;
    }
    int cap = 1;
    long sum = 0;
    while (cap < most && sum + bySize[cap + 1] <= budget) {
      sum += bySize[++cap];
    }
    long taken = 0;
    long blocksOut = 0;
    long pairsOut = 0;
    for (int from = 0; from < used; ) {
      int to = end(from);
      if (to - from <= cap) {
        taken += emit(from, to, into);
      } else {
        blocksOut++;
        pairsOut += pairs(from, to);
      }
      from = to;
    }
    return new Taken(taken, blocksOut, pairsOut, cap);
  }

  private int end(int from) {
    long key = entries[from] >>> bits;
    int to = from + 1;
    while (to < used && entries[to] >>> bits == key) {
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

  private long emit(int from, int to, LongSet into) {
    long added = 0;
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        // records stand in order within a block
        if (population.isPair(record(i), record(j))
            && into.add(((long) record(i) << 32) | record(j))) {
          added++;
        }
      }
    }
    return added;
  }
}
