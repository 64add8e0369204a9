package org.passerelle.linkage.internal.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums by key are those of a map, whatever is forgotten in between. */
class SumsTest {
  @Test
  void theyAreThoseOfAMap() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 50; round++) {
      Sums sums = new Sums();
      Map<Integer, Double> expected = new HashMap<>();
      int keys = random.nextInt(1, 200);
      for (int step = 0; step < 2_000; step++) {
        int key = random.nextInt(keys);
        if (random.nextInt(3) == 0) {
          sums.remove(key);
          expected.remove(key);
        } else {
          double value = random.nextDouble();
          sums.add(key, value);
          expected.merge(key, value, Double::sum);
        }
      }
      assertThat(sums.size()).isEqualTo(expected.size());
      assertThat(sums.keys())
          .containsExactlyInAnyOrder(
              expected.keySet().stream().mapToInt(Integer::intValue).toArray());
      expected.forEach((key, value) -> assertThat(sums.get(key)).isEqualTo(value));
      assertThat(sums.get(keys)).isNaN();
      sums.clear();
      assertThat(sums.size()).isZero();
      assertThat(sums.get(0)).isNaN();
    }
  }
}
