package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Item 9: one rule for waiting after failures. */
class PatienceTest {
  @Test
  void itWaitsTwiceAsLongAfterEachFailureUpToTheLongest() {
    Patience patience = new Patience(Duration.ofMinutes(1), Duration.ofHours(6));
    assertThat(patience.after(0)).isZero();
    assertThat(patience.after(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(patience.after(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(patience.after(9)).isEqualTo(Duration.ofMinutes(256));
    assertThat(patience.after(10)).isEqualTo(Duration.ofHours(6));
    assertThat(patience.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
    assertThatThrownBy(() -> new Patience(Duration.ofHours(1), Duration.ofMinutes(1)))
        .hasMessageContaining("Maybe");
  }
}
