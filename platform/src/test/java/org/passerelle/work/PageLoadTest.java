package org.passerelle.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Background work rests in proportion to the time that answers take. */
class PageLoadTest {
  private static final long MILLISECOND = 1_000_000;
  private final AtomicLong now = new AtomicLong();
  private final PageLoad load = new PageLoad(now::get);

  @Test
  void withNobodyThereWorkNeverRests() {
    assertThat(load.rest(100 * MILLISECOND)).isZero();
  }

  @Test
  void theShareIsThatOfTheTimeSpentAnswering() {
    // 50 people who click once a second, 6 ms each
    for (int i = 0; i < 1_000; i++) {
      now.addAndGet(20 * MILLISECOND);
      load.answered(6 * MILLISECOND);
    }
    assertThat(load.share()).isCloseTo(.3, within(.01));
    assertThat(load.rest(10 * MILLISECOND) / (double) MILLISECOND).isCloseTo(12, within(.5));
  }

  @Test
  void fiveSecondsAfterTheLastAnswerItGoesOnAtFullSpeed() {
    load.answered(400 * MILLISECOND);
    assertThat(load.share()).isCloseTo(.4, within(1e-9));
    now.addAndGet(5_000 * MILLISECOND);
    assertThat(load.rest(10 * MILLISECOND)).isLessThan(MILLISECOND / 5);
  }

  @Test
  void itIsNeverStoppedAltogether() {
    for (int i = 0; i < 100; i++) {
      load.answered(1_000 * MILLISECOND);
    }
    assertThat(load.rest(10 * MILLISECOND)).isEqualTo(20 * MILLISECOND);
    assertThat(load.rest(60_000 * MILLISECOND)).isEqualTo(500 * MILLISECOND);
  }
}
