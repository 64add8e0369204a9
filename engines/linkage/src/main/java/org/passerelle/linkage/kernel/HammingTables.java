package org.passerelle.linkage.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Near pairs without comparing all: in each of several tables records meet that agree in some bits
 * drawn at random (Indyk and Motwani 1998). A pair of similarity {@code s} is met with probability
 * {@code 1 - (1 - s^bits)^tables}. For lists too long to compare everybody with everybody.
 */
public final class HammingTables {
  private static final int LARGEST = 200;
  private final int tables;
  private final int bits;
  private final SplittableRandom random;

  /**
   * So many tables of so many bits.
   *
   * @param bits from 1 to 30
   */
  public HammingTables(int tables, int bits, long seed) {
    this.tables = tables;
    this.bits = bits;
    this.random = new SplittableRandom(seed);
  }

  /** How likely a pair of a similarity (share of equal bits) meets in a table. */
  public double found(double similarity) {
    return 1 - Math.pow(1 - Math.pow(similarity, bits), tables);
  }

  /**
   * Every pair that meets, as often as it does; crowds of more than {@value #LARGEST} are left out.
   *
   * @return how many crowds were left out
   */
  public long each(BitColumns store, NearPair pairs, Measure measure, DoubleConsumer share) {
    long crowds = 0;
    int[] words = new int[BitColumns.WORDS];
    for (int table = 0; table < tables && !Thread.currentThread().isInterrupted(); table++) {
      share.accept(table / (double) tables);
      int[] positions = random.ints(bits, 0, BitColumns.BITS).toArray();
      long[] entries = new long[store.size()];
      int used = 0;
      for (int i = 0; i < store.size(); i++) {
        if (store.bitCount(i) > 0) {
          store.copy(i, words);
          long key = 0;
          for (int position : positions) {
            key = key << 1 | (words[position >>> 5] >>> position & 1);
          }
          entries[used++] = key << 32 | i;
        }
      }
      Arrays.sort(entries, 0, used);
      for (int from = 0; from < used; ) {
        int to = from + 1;
        while (to < used && entries[to] >>> 32 == entries[from] >>> 32) {
          to++;
        }
        if (to - from > LARGEST) {
          crowds++;
        } else {
          emit(entries, from, to, store, pairs, measure);
        }
        from = to;
      }
    }
    return crowds;
  }

  private static void emit(
      long[] entries, int from, int to, BitColumns store, NearPair pairs, Measure measure) {
    for (int a = from; a < to; a++) {
      for (int b = a + 1; b < to; b++) {
        int i = (int) entries[a];
        int j = (int) entries[b];
        pairs.found(i, j, store.similarity(measure, i, j));
      }
    }
  }
}
