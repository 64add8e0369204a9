package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Agreement against worked examples that were published. */
class AgreementTest {

  /** Krippendorff 2011, A: binary data, two observers, no missing data. */
  @Test
  void alphaOfTwoObserversAndTwoValues() {
    assertThat(alpha("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")).isEqualTo(0.095, within(5e-4));
  }

  /**
   * Krippendorff 2011, B: nominal data, two observers, no missing data; printed cut, not rounded.
   */
  @Test
  void alphaOfTwoObserversAndFiveValues() {
    assertThat(alpha("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
        .isEqualTo(0.691, within(1e-3));
  }

  /** Krippendorff 2011, C: nominal data, any number of observers, missing data. */
  @Test
  void alphaOfFourObserversWithGaps() {
    assertThat(
            alpha(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 ."))
        .isEqualTo(0.743, within(5e-4));
  }

  /** Cohen 1960, table 2: 200 persons judged by two. */
  @Test
  void kappaOfThreeValues() {
    assertThat(kappa(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}))
        .isEqualTo(0.492, within(5e-4));
  }

  /** Cohen 1960, table 1: worse than chance. */
  @Test
  void kappaBelowChance() {
    assertThat(kappa(new int[][] {{25, 13, 12}, {12, 2, 16}, {3, 15, 2}}))
        .isEqualTo(-0.09, within(5e-3));
  }

  @Test
  void whereNothingVariesThereIsNothingToAgreeOn() {
    List<String> always = List.of("0", "0", "0");
    assertThat(Agreement.kappa(always, always)).isEqualTo(OptionalDouble.empty());
    assertThat(Agreement.alpha(List.of(always, always))).isEqualTo(OptionalDouble.empty());
    assertThat(Agreement.alpha(List.of())).isEqualTo(OptionalDouble.empty());
    assertThat(Agreement.alpha(List.of(List.of("0", "1")))).isEqualTo(OptionalDouble.empty());
  }

  private static double alpha(String... coders) {
    List<List<@Nullable String>> values = new ArrayList<>();
    for (String coder : coders) {
      List<@Nullable String> judged = new ArrayList<>();
      for (String value : coder.split(" ", -1)) {
        judged.add(value.equals(".") ? null : value);
      }
      values.add(judged);
    }
    return Agreement.alpha(values).orElseThrow();
  }

  private static double kappa(int[][] table) {
    List<Integer> one = new ArrayList<>();
    List<Integer> other = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        for (int k = 0; k < table[i][j]; k++) {
          one.add(i);
          other.add(j);
        }
      }
    }
    return Agreement.kappa(one, other).orElseThrow();
  }
}
