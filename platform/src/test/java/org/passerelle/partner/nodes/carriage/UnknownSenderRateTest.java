package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How fast those may come of whom nothing is known but the address. */
class UnknownSenderRateTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final UnknownSenderRate pace = new UnknownSenderRate(nanos::get);

  @Test
  void aStrangerHasAFewAtOnceAndThenSoManyASecond() {
    assertThat(taken("one", 100)).isEqualTo(UnknownSenderRate.AT_ONCE);
    assertThat(taken("two", 1)).as("somebody else").isOne();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(taken("one", 100)).isEqualTo(UnknownSenderRate.A_SECOND);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(taken("one", 100))
        .as("no more for having waited")
        .isEqualTo(UnknownSenderRate.AT_ONCE);
  }

  @Test
  void ofManyAddressesTheLastAreRemembered() {
    for (int i = 0; i < 3 * UnknownSenderRate.ADDRESSES; i++) {
      assertThat(pace.take("2001:db8::" + i)).isTrue();
    }
    assertThat(pace.remembered()).isLessThanOrEqualTo(UnknownSenderRate.ADDRESSES);
  }

  private int taken(String network, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += pace.take(network) ? 1 : 0;
    }
    return taken;
  }
}
