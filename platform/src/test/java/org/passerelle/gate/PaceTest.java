package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Item 12: how slowly a body may come. */
class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(8), 500);

  @Test
  void aByteNowAndThenIsTooSlowAndAPoorTelephoneIsNot() {
    assertThat(pace.isTooSlow(1, Duration.ofSeconds(7))).isFalse();
    assertThat(pace.isTooSlow(3, Duration.ofSeconds(12))).isTrue();
    assertThat(pace.isTooSlow(100_000, Duration.ofSeconds(50))).isFalse();
    assertThat(pace.isTooSlow(1_000_000, Duration.ofSeconds(3_000))).isTrue();
  }

  @Test
  void oneSenderHoldsAFewAndGetsThemBack() {
    Senders senders = new Senders();
    for (int i = 0; i < Senders.OF_ONE_ADDRESS; i++) {
      assertThat(senders.begin("192.0.2.1", false)).isTrue();
    }
    assertThat(senders.begin("192.0.2.1", false)).isFalse();
    assertThat(senders.begin("192.0.2.2", false)).isTrue();
    senders.end("192.0.2.1", false);
    assertThat(senders.begin("192.0.2.1", false)).isTrue();
    for (int address = 10; address < 200; address++) {
      senders.begin("192.0.2." + address, false);
    }
    assertThat(senders.waiting()).as("strangers never hold all").isEqualTo(48);
    assertThat(senders.begin("a person", true)).isTrue();
  }
}
