package org.passerelle.linkage.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The nearest are those that sorting all would put first. */
class NearestTest {
  private static final int MOST = 5;
  private final SplittableRandom random = new SplittableRandom(1);

  /** Few bits are set, so that many are equally near. */
  private int[] encoding() {
    int[] words = new int[BitColumns.WORDS];
    for (int n = random.nextInt(6); n > 0; n--) {
      words[random.nextInt(words.length)] = 1 << random.nextInt(32);
    }
    return words;
  }

  private static int[] plainly(int[] query, int[][] all, int self) {
    return IntStream.range(0, all.length)
        .filter(j -> j != self)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -Measure.HAMMING.of(query, all[j])))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void check(int size) {
    int[][] all = new int[size][];
    BitColumns store = new BitColumns();
    for (int i = 0; i < size; i++) {
      all[i] = encoding();
      store.add(all[i]);
    }
    int[][] queries = {encoding(), all[size / 2], new int[BitColumns.WORDS]};
    // the second is in the store and does not count for itself
    int[] self = {-1, size / 2, -1};
    int[][] nearest = new Nearest(MOST).of(queries, store, (q, j) -> j != self[q]);
    for (int q = 0; q < queries.length; q++) {
      assertThat(nearest[q]).as(size + " " + q).isEqualTo(plainly(queries[q], all, self[q]));
    }
  }

  @Test
  void areTheFirstOfAll() {
    check(3);
    check(1024);
    check(2500);
  }
}
