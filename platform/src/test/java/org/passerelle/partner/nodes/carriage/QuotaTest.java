package org.passerelle.partner.nodes.carriage;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.MovableClock;

/** How many envelopes a node may bring in a minute and in a day. */
class QuotaTest {
  private final MovableClock clock = new MovableClock();
  private final Quota quota = new Quota(clock);

  @Test
  void aNodeThatFloodsIsHeldUpUntilTheNextMinuteAndNobodyElse() {
    UUID flooding = new UUID(1, 1);
    for (int i = 0; i < Quota.A_MINUTE; i++) {
      assertThat(quota.has(flooding)).isTrue();
      quota.count(flooding);
    }
    assertThat(quota.has(flooding)).isFalse();
    assertThat(quota.has(new UUID(1, 2))).isTrue();
    clock.pass(Duration.ofMinutes(1));
    assertThat(quota.has(flooding)).isTrue();
  }

  @Test
  void whatADayHasIsUsedUpByWhatWasEnteredAlone() {
    UUID diligent = new UUID(1, 3);
    clock.pass(Duration.between(clock.instant(), clock.instant().truncatedTo(DAYS).plus(1, DAYS)));
    for (int i = 0; i < Quota.A_DAY; i++) {
      if (i % 5_000 == 0) {
        clock.pass(Duration.ofMinutes(1));
      }
      assertThat(quota.has(diligent)).isTrue();
      quota.count(diligent);
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(quota.has(diligent)).isFalse();
    clock.pass(Duration.ofDays(1));
    assertThat(quota.has(diligent)).isTrue();
  }
}
