package org.passerelle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a long computation says of the time that is left. */
class LongWorkTest {
  @Test
  void whatIsLeftFollowsFromWhatIsDone() {
    assertThat(LongWork.line("comparing", 0.25, 10)).isEqualTo("comparing: 25 %, 30 s left");
    assertThat(LongWork.line("comparing", 0.1, 60)).isEqualTo("comparing: 10 %, 9 min left");
  }

  /** A guess from next to nothing would be wrong by more than half. */
  @Test
  void nothingIsSaidOfWhatHasHardlyBegun() {
    assertThat(LongWork.line("comparing", 0.01, 60)).isEqualTo("comparing …");
    assertThat(LongWork.line("comparing", 0.5, 0.4)).isEqualTo("comparing …");
    assertThat(LongWork.line("learning", 0, 600)).isEqualTo("learning …");
  }
}
