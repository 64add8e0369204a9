package org.passerelle.linkage;

import java.util.List;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.store.Batch;

/** What records of a population may share, as a store keeps it. */
final class KeysOfStore {
  /** Pairs for each record that a kind of keys may give, and how many at the least. */
  private static final double EACH = 1.5;

  private static final long LEAST = 1000;
  private final Population population;
  private final List<Keys.Key> keys;
  private final int first;

  /**
   * For records that are numbered from one on.
   *
   * @param first number of the first in the store
   */
  KeysOfStore(Population population, int first) {
    this.population = population;
    this.keys = StoredRecords.keys(population);
    this.first = first;
  }

  int kinds() {
    return keys.size();
  }

  /** The entries of a kind, ascending. */
  long[] of(int kind) {
    LongList entries = new LongList();
    for (int i = 0; i < population.size(); i++) {
      int record = first + i;
      Blocks.hashes(keys.get(kind), i, hash -> entries.add(Batch.entry(kind, hash, record)));
    }
    return entries.distinct();
  }

  /** By kind, the records beyond which a block says nothing. */
  List<Integer> caps() {
    return keys.stream().map(this::cap).toList();
  }

  private int cap(Keys.Key key) {
    LongList entries = new LongList();
    Blocks.entries(population, key, 0, population.size(), entries::add);
    Blocks.Sizes sizes = new Blocks(population, entries.distinct()).sizes();
    return sizes.cap((long) Math.max(LEAST, EACH * population.size()));
  }
}
