package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.MovableClock;

/** How many envelopes a node may bring in a minute. */
class QuotaTest {
  private final MovableClock clock = new MovableClock();
  private final Quota quota = new Quota(clock);

  @Test
  void aNodeThatFloodsIsHeldUpUntilTheNextMinuteAndNobodyElse() {
    UUID flooding = new UUID(1, 1);
    for (int i = 0; i < Quota.A_MINUTE; i++) {
      assertThat(quota.count(flooding)).isTrue();
    }
    assertThat(quota.count(flooding)).isFalse();
    assertThat(quota.count(new UUID(1, 2))).isTrue();
    clock.pass(Duration.ofMinutes(1));
    assertThat(quota.count(flooding)).isTrue();
  }
}
