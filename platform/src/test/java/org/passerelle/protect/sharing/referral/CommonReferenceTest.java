package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** References have six unmistakable characters and are the same on both sides. */
class CommonReferenceTest {
  private static final UUID ID = new UUID(0x0123_4567_89ab_cdefL, 0xfedc_ba98_7654_3210L);

  @Test
  void itIsTheSameEverywhereAndAtAllTimes() {
    // nodes of different versions must derive the same reference, so this never changes
    assertThat(CommonReference.of(ID)).isEqualTo("ABC FFC");
  }

  @Test
  void itIsReadAloudWithoutDoubt() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String one = CommonReference.of(new UUID(7, i));
      assertThat(one).matches("[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}");
      all.add(one);
    }
    assertThat(all).hasSizeGreaterThan(1_995);
  }

  @Test
  void itIsFoundHoweverItIsTyped() {
    String said = CommonReference.of(ID);
    assertThat(CommonReference.matches(said, ID)).isTrue();
    assertThat(
            CommonReference.matches(said.replace(" ", "").toLowerCase(java.util.Locale.ROOT), ID))
        .isTrue();
    assertThat(CommonReference.matches(said.replace(" ", "-"), ID)).isTrue();
    assertThat(CommonReference.matches(said, new UUID(1, 1))).isFalse();
    assertThat(CommonReference.isOne("Lumi")).isFalse();
    assertThat(CommonReference.isOne("K0M 1QX")).as("signs that are never used").isFalse();
  }
}
