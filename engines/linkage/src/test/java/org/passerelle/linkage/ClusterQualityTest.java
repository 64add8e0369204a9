package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Clusters are judged whole, and record by record. */
class ClusterQualityTest {
  /**
   * The example of Bagga and Baldwin (1998): five and two and five are taken for five and seven.
   */
  private static final int[] TRUTH = {1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3};

  @Test
  void bCubedIsTheMeanOverRecords() {
    int[] found = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
    Evaluation.Quality quality = new ClusterQuality(found, TRUTH).bCubed(0.5);
    assertThat(quality.precision()).isCloseTo(0.762, within(0.001));
    assertThat(quality.recall()).isEqualTo(1);
    int[] worse = {1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1};
    assertThat(new ClusterQuality(worse, TRUTH).bCubed(0.5).precision())
        .isCloseTo(0.583, within(0.001));
  }

  @Test
  void aClusterIsExactWhereItIsAPersonWholeAndNobodyElse() {
    int[] found = {1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5};
    Evaluation.Quality exact = new ClusterQuality(found, TRUTH).exact(0.5);
    // of two clusters of several records one is a person; of three persons one is found
    assertThat(exact.precision()).isEqualTo(0.5);
    assertThat(exact.recall()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(exact.f1()).isCloseTo(0.4, within(1e-9));
  }
}
