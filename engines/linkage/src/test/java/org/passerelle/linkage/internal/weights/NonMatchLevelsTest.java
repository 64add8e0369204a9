package org.passerelle.linkage.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.internal.comparison.PairLevels;

/**
 * People of one country agree in much; agreement is then worth less, though the country be missing.
 */
@Tag("long")
class NonMatchLevelsTest {
  private static final int PAIRS = 200_000;
  private static final int[] LEVELS = {2, 2, 2, 2};

  /** One pair of ten is of one country, which is known of half of them. */
  private static Patterns pairs() {
    SplittableRandom random = new SplittableRandom(1);
    long[] vectors = new long[PAIRS];
    for (int k = 0; k < PAIRS; k++) {
      boolean country = random.nextInt(10) == 0;
      double alike = country ? 0.2 : 0.01;
      long vector = random.nextBoolean() ? PairLevels.MISSING : country ? 1 : 0;
      for (int t = 1; t < LEVELS.length; t++) {
        vector |= (random.nextDouble() < alike ? 1L : 0L) << (4 * t);
      }
      vectors[k] = vector;
    }
    return Patterns.of(vectors);
  }

  private static double[][] usual(Patterns sample) {
    double[][] u = new double[LEVELS.length][16];
    for (int t = 0; t < LEVELS.length; t++) {
      double all = 0;
      for (int v = 0; v < sample.size(); v++) {
        int level = PairLevels.level(sample.vectors[v], t);
        u[t][level] += level == PairLevels.MISSING ? 0 : sample.counts[v];
        all += level == PairLevels.MISSING ? 0 : sample.counts[v];
      }
      for (int l = 0; l < LEVELS[t]; l++) {
        u[t][l] /= all;
      }
    }
    return u;
  }

  @Test
  void agreementInThreeThingsIsAsFrequentAsItIsWhereTheCountryIsMissing() {
    Patterns sample = pairs();
    double[][] u = usual(sample);
    NonMatchLevels learnt = NonMatchLevels.learnt(sample, sample.counts, u, LEVELS);
    long allAlike = PairLevels.MISSING | 1L << 4 | 1L << 8 | 1L << 12;
    double truth = Math.log(0.1 * 0.2 * 0.2 * 0.2 + 0.9 * 1e-6);
    assertThat(learnt.log(allAlike)).isCloseTo(truth, within(0.2));
    assertThat(NonMatchLevels.independent(u).log(allAlike)).isLessThan(truth - 2);
  }

  @Test
  void theStepsAddUp() {
    Patterns sample = pairs();
    NonMatchLevels learnt = NonMatchLevels.learnt(sample, sample.counts, usual(sample), LEVELS);
    for (long vector : sample.vectors) {
      assertThat(Arrays.stream(learnt.steps(vector)).sum())
          .isCloseTo(learnt.log(vector), within(1e-9));
    }
  }
}
