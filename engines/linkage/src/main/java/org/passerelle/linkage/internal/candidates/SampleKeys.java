package org.passerelle.linkage.internal.candidates;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;

/**
 * The pairs of some records with all others that share a key, by many more keys and in larger
 * blocks than all records could have.
 */
public final class SampleKeys {
  private static final int MOST_KEYS = 120;
  private static final int FILTER = 1 << 18;
  private final Population population;
  private final int[] sample;
  private final IntPredicate isMet;
  private final int bits;

  /**
   * Keys of a sample.
   *
   * @param isMet which of the others it is compared with
   */
  public SampleKeys(Population population, int[] sample, IntPredicate isMet) {
    this.population = population;
    this.sample = sample;
    this.isMet = isMet;
    this.bits = Blocks.bits(population);
  }

  /** Ascending and distinct. */
  public long[] pairs() {
    List<Keys.Key> keys = Keys.all(population);
    LongList pairs = new LongList();
    for (Keys.Key key : keys.subList(0, Math.min(MOST_KEYS, keys.size()))) {
      Slices.check();
      add(key, pairs);
    }
    return pairs.distinct();
  }

  private void add(Keys.Key key, LongList pairs) {
    LongList own = new LongList();
    for (int i : sample) {
      Blocks.entries(population, key, i, i + 1, own::add);
    }
    long[] entries = own.distinct();
    long[] hashes = Arrays.stream(entries).map(e -> e >>> bits).sorted().distinct().toArray();
    BitSet some = new BitSet(FILTER);
    for (long hash : hashes) {
      some.set((int) hash & (FILTER - 1));
    }
    LongList[] blocks = new LongList[hashes.length];
    Arrays.setAll(blocks, h -> new LongList(8));
    Blocks.EntrySink each =
        entry -> {
          long hash = entry >>> bits;
          if (some.get((int) hash & (FILTER - 1))) {
            int at = Arrays.binarySearch(hashes, hash);
            if (at >= 0 && blocks[at].size() <= Keys.LARGEST_BLOCK) {
              blocks[at].add(entry & ((1L << bits) - 1));
            }
          }
        };
    for (int j = 0; j < population.size(); j++) {
      if (isMet.test(j)) {
        Blocks.entries(population, key, j, j + 1, each);
      }
    }
    for (long entry : entries) {
      LongList block = blocks[Arrays.binarySearch(hashes, entry >>> bits)];
      int i = (int) (entry & ((1L << bits) - 1));
      for (int k = 0; k < block.size() && block.size() <= Keys.LARGEST_BLOCK; k++) {
        if (population.isPair(i, (int) block.get(k))) {
          pairs.add(Pairs.key(i, (int) block.get(k)));
        }
      }
    }
  }
}
