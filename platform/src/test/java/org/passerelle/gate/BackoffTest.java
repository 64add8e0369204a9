package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Item 9: one rule for waiting after failures. */
class BackoffTest {
  @Test
  void itWaitsTwiceAsLongAfterEachFailureUpToTheLongest() {
    Backoff backoff = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
    assertThat(backoff.after(0)).isZero();
    assertThat(backoff.after(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(backoff.after(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(backoff.after(9)).isEqualTo(Duration.ofMinutes(256));
    assertThat(backoff.after(10)).isEqualTo(Duration.ofHours(6));
    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
    assertThatThrownBy(() -> new Backoff(Duration.ofHours(1), Duration.ofMinutes(1)))
        .hasMessageContaining("Maybe");
  }
}
