package org.passerelle.steer.release.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is published contains what was computed, and never the number of people seen. */
class OutwardsTest {
  @Test
  void limitsLieBeyondTheComputedOnes() {
    Outwards tens = Outwards.of(512.4, 347);
    assertThat(tens.step()).isEqualTo(10);
    assertThat(tens.about(512.4)).isEqualTo(510);
    assertThat(tens.lower(347)).isEqualTo(340);
    assertThat(tens.upper(803.2)).isEqualTo(810);
    // a limit on a step goes to the next one
    assertThat(tens.lower(400)).isEqualTo(390);
    assertThat(tens.upper(800)).isEqualTo(810);
    assertThat(Outwards.of(999.9, 347).step()).isEqualTo(10);
    Outwards hundreds = Outwards.of(1_000, 347);
    assertThat(hundreds.step()).isEqualTo(100);
    assertThat(hundreds.lower(347)).isEqualTo(300);
    assertThat(Outwards.of(12_345, 347).about(12_345)).isEqualTo(12_000);
    assertThat(Outwards.of(30, 14).lower(6)).isZero();
  }

  /** Where the lower limit is what was seen, ten numbers or more could have been seen. */
  @Test
  void theNumberOfThoseSeenIsNeverPublished() {
    SplittableRandom random = new SplittableRandom(20_261_202);
    for (int i = 0; i < 100_000; i++) {
      long observed = 10L + random.nextInt(3_000);
      double estimate = observed * (1 + 3 * random.nextDouble());
      double lower = random.nextInt(3) == 0 ? observed : observed + random.nextDouble() * 40;
      double upper = Math.max(estimate, lower) + random.nextDouble() * observed;
      Outwards outwards = Outwards.of(estimate, observed);
      if (outwards.tellsWhatWasSeen(estimate)) {
        continue;
      }
      assertThat(outwards.about(estimate)).isGreaterThan(observed);
      assertThat(outwards.lower(lower)).isLessThan((long) Math.ceil(lower)).isNotEqualTo(observed);
      assertThat(outwards.upper(upper))
          .isGreaterThan((long) Math.floor(upper))
          .isNotEqualTo(observed);
    }
    for (long observed = 341; observed <= 350; observed++) {
      assertThat(Outwards.of(512, observed).lower((double) observed)).isEqualTo(340);
    }
  }
}
