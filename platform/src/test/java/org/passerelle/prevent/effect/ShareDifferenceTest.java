package org.passerelle.prevent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval against the values that Newcombe (1998) prints in his table II, method 10. */
class ShareDifferenceTest {
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void theLimitsAreThosePublished(
      int one, int ofOne, int two, int ofTwo, double lower, double upper) {
    ShareDifference difference = ShareDifference.of(one, ofOne, two, ofTwo);
    assertThat(difference.lower()).isCloseTo(lower, within(0.00005));
    assertThat(difference.upper()).isCloseTo(upper, within(0.00005));
    ShareDifference turned = ShareDifference.of(two, ofTwo, one, ofOne);
    assertThat(turned.lower()).isCloseTo(-difference.upper(), within(1e-12));
    assertThat(turned.difference()).isCloseTo(-difference.difference(), within(1e-12));
  }

  @Test
  void theDifferenceIsRoundedOnce() {
    assertThat(ShareDifference.of(61, 80, 48, 80).difference()).isEqualTo(0.1625);
  }

  @Test
  void nobodyIsNoShare() {
    assertThatThrownBy(() -> ShareDifference.of(0, 0, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ShareDifference.of(3, 2, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
