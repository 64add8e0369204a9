package org.passerelle.linkage.internal.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pairs that are found many times are kept once, in order. */
class PairBucketsTest {
  @Test
  void eachPairIsKeptOnceAndInOrder() {
    SplittableRandom random = new SplittableRandom(12);
    for (int records : new int[] {2, 700, 60_000}) {
      PairBuckets buckets = new PairBuckets(records);
      TreeSet<Long> expected = new TreeSet<>();
      for (int n = 0; n < 100_000; n++) {
        int i = random.nextInt(records);
        int j = random.nextInt(Math.min(records, 300));
        if (i != j) {
          buckets.add(Pairs.key(i, j));
          expected.add(Pairs.key(i, j));
        }
      }
      assertThat(buckets.atMost()).isGreaterThanOrEqualTo(expected.size());
      assertThat(buckets.size()).isEqualTo(expected.size());
      assertThat(buckets.sorted())
          .isEqualTo(expected.stream().mapToLong(Long::longValue).toArray());
    }
  }

  @Test
  void whatWasFoundInTwoWaysIsOneListInOrder() {
    long[] keys = {Pairs.key(0, 1), Pairs.key(0, 3), Pairs.key(2, 5)};
    long[] near = {Pairs.key(0, 2), Pairs.key(0, 3), Pairs.key(4, 5)};
    Pairs pairs = Pairs.found(keys, near);
    assertThat(pairs.keys)
        .containsExactly(
            Pairs.key(0, 1), Pairs.key(0, 2), Pairs.key(0, 3), Pairs.key(2, 5), Pairs.key(4, 5));
    assertThat(pairs.ways).containsExactly(1, 2, 3, 1, 2);
  }
}
