package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person answers of few pairs says how good all are, and how far that can be trusted. */
@Tag("long")
class LabelsTest {
  private static final LinkResult RESULT =
      StoreFigures.linked(new InventedLists(41, 0.3).csv(150, 4));

  private static Labels.Answer truth(Match pair) {
    String left = RESULT.id(pair.left()).split("-", -1)[0];
    String right = RESULT.id(pair.right()).split("-", -1)[0];
    return left.equals(right) ? Labels.Answer.SAME : Labels.Answer.DIFFERENT;
  }

  private static Labels.Label label(Match pair, Labels.Answer answer) {
    return new Labels.Label(RESULT.id(pair.left()), RESULT.id(pair.right()), answer);
  }

  @Test
  void everyPairStandsInOneClassAndAllMatchesInAny() {
    List<Match> all = new ArrayList<>();
    List<Match> matched = new ArrayList<>();
    for (Labels.Band of : Labels.bands(RESULT)) {
      all.addAll(of.pairs());
      if (of.matched()) {
        matched.addAll(of.pairs());
      }
    }
    assertThat(all).doesNotHaveDuplicates();
    assertThat(matched).containsExactlyInAnyOrderElementsOf(RESULT.matches());
  }

  @Test
  void whereAllIsAnsweredThePrecisionIsCertain() {
    List<Labels.Label> labels = RESULT.matches().stream().map(m -> label(m, truth(m))).toList();
    double precision = Evaluation.of(RESULT, "person").grouped().precision();
    Labels.Share share = Labels.ofMatches(RESULT, labels);
    assertThat(share.share()).isCloseTo(precision, within(1e-9));
    assertThat(share.low()).isCloseTo(precision, within(1e-9));
    assertThat(share.high()).isCloseTo(precision, within(1e-9));
    assertThat(share.answered()).isEqualTo(RESULT.matches().size());
  }

  @Test
  void whatCannotBeToldIsLeftOutAndWhatNobodyAnsweredMayBeAnything() {
    Match one = RESULT.matches().get(0);
    Labels.Share unsure = Labels.ofMatches(RESULT, List.of(label(one, Labels.Answer.UNSURE)));
    assertThat(unsure.answered()).isZero();
    assertThat(unsure.unsure()).isEqualTo(1);
    assertThat(unsure.low()).isLessThan(0.3);
    assertThat(unsure.high()).isGreaterThan(0.7);
  }

  @Test
  void labelsOfAnotherListAreRefused() {
    List<Labels.Label> others = List.of(new Labels.Label("x", "y", Labels.Answer.SAME));
    assertThatThrownBy(() -> Labels.ofMatches(RESULT, others))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("x and y");
  }

  /** Of invented classes, drawn as the page draws them, and answered truly. */
  @Test
  void theIntervalHoldsTheTruthInNearlyNinetyFiveOfAHundredCases() {
    SplittableRandom random = new SplittableRandom(7);
    int held = 0;
    int runs = 4_000;
    for (int run = 0; run < runs; run++) {
      int[] pairs = {
        random.nextInt(30, 300), random.nextInt(100, 2_000), random.nextInt(500, 9_000)
      };
      double[] right = {random.nextDouble(0.4, 0.8), random.nextDouble(0.8, 0.97), 0.97};
      List<Stratum> strata = new ArrayList<>();
      double all = 0;
      double truly = 0;
      for (int c = 0; c < pairs.length; c++) {
        int same = (int) Math.round(right[c] * pairs[c]);
        int drawn = 0;
        for (int n = 0; n < 20; n++) {
          drawn += random.nextInt(pairs[c] - n) < same - drawn ? 1 : 0;
        }
        strata.add(new Stratum(pairs[c], drawn, 20));
        all += pairs[c];
        truly += same;
      }
      Labels.Share share = Stratum.share(strata, 0);
      held += share.low() <= truly / all && truly / all <= share.high() ? 1 : 0;
    }
    assertThat(held / (double) runs).isBetween(0.92, 0.995);
  }
}
