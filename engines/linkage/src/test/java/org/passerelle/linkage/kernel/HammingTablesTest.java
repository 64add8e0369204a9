package org.passerelle.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Near pairs are found as often as the formula says. */
class HammingTablesTest {
  private static final int PAIRS = 2_000;

  @Test
  void aPairIsFoundAsOftenAsItsSimilaritySays() {
    SplittableRandom random = new SplittableRandom(3);
    BitColumns store = new BitColumns();
    int changed = 154;
    for (int p = 0; p < PAIRS; p++) {
      int[] words = random.ints(BitColumns.WORDS).toArray();
      store.add(words);
      int[] twin = words.clone();
      Set<Integer> places = new HashSet<>();
      while (places.size() < changed) {
        places.add(random.nextInt(BitColumns.BITS));
      }
      places.forEach(place -> twin[place >>> 5] ^= 1 << (place & 31));
      store.add(twin);
    }
    HammingTables tables = new HammingTables(12, 14, 5);
    Set<Integer> found = new HashSet<>();
    tables.each(
        store,
        (i, j, s) -> {
          if (i / 2 == j / 2) {
            assertThat(s).isEqualTo(1 - changed / (double) BitColumns.BITS);
            found.add(i / 2);
          }
        },
        Measure.HAMMING,
        share -> {});
    double expected = tables.found(1 - changed / (double) BitColumns.BITS);
    assertThat(expected).isBetween(0.5, 0.9);
    assertThat(found.size() / (double) PAIRS).isCloseTo(expected, within(0.04));
  }
}
