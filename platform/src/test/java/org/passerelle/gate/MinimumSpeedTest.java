package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Item 12: how slowly a body may come. */
class MinimumSpeedTest {
  private final MinimumSpeed minimumSpeed = new MinimumSpeed(Duration.ofSeconds(8), 500);

  @Test
  void aByteNowAndThenIsTooSlowAndAPoorTelephoneIsNot() {
    assertThat(minimumSpeed.isTooSlow(1, Duration.ofSeconds(7))).isFalse();
    assertThat(minimumSpeed.isTooSlow(3, Duration.ofSeconds(12))).isTrue();
    assertThat(minimumSpeed.isTooSlow(100_000, Duration.ofSeconds(50))).isFalse();
    assertThat(minimumSpeed.isTooSlow(1_000_000, Duration.ofSeconds(3_000))).isTrue();
  }

  @Test
  void oneSenderHoldsAFewAndGetsThemBack() {
    ConcurrentBodies concurrentBodies = new ConcurrentBodies();
    for (int i = 0; i < ConcurrentBodies.OF_ONE_ADDRESS; i++) {
      assertThat(concurrentBodies.begin("192.0.2.1", false)).isTrue();
    }
    assertThat(concurrentBodies.begin("192.0.2.1", false)).isFalse();
    assertThat(concurrentBodies.begin("192.0.2.2", false)).isTrue();
    concurrentBodies.end("192.0.2.1", false);
    assertThat(concurrentBodies.begin("192.0.2.1", false)).isTrue();
    for (int address = 10; address < 200; address++) {
      concurrentBodies.begin("192.0.2." + address, false);
    }
    assertThat(concurrentBodies.waiting()).as("strangers never hold all").isEqualTo(48);
    assertThat(concurrentBodies.begin("a person", true)).isTrue();
  }
}
