package org.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A short check of how often the intervals contain the true value; the program does the long one.
 */
@Tag("long")
class IntervalCoverageTest {
  @Test
  void theIntervalThatSelectsAnewHoldsTheTruthAboutAsOftenAsItSays() {
    for (IntervalCoverage.Truth truth : IntervalCoverage.TRUTHS) {
      IntervalCoverage.Result result = IntervalCoverage.simulate(truth, 60, 200);
      assertThat(result.without()).as(truth.name()).isLessThan(6);
      assertThat(result.bca()).as(truth.name()).isBetween(0.78, 1.0);
      assertThat(result.bias()).as(truth.name()).isBetween(0.8, 1.25);
    }
  }
}
