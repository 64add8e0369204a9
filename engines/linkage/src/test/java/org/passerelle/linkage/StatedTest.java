package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is stated of precision and recall without labels is true within five hundredths and not
 * above the truth by more than three; the table of docs/linkage.md has more lists.
 */
@Tag("slow")
@Tag("long")
class StatedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "invented:700:31",
        "invented:700:32@without=phone,document",
        "families:WHOLE:700:0.3:33",
        "families:WHOLE:700:0:34",
        "heavy:35:12:150:35",
        "invented:900:40:1.5",
        "invented:1200:41@halves",
        "families:WHOLE:1200:0.3:42@halves"
      })
  void whatIsStatedIsTrue(String list) {
    StatedFigures.Row row = StatedFigures.of(list);
    assertThat(row.expected().isKnown()).as(row.toString()).isTrue();
    assertThat(row.precisionAbove()).as(row.toString()).isBetween(-0.05, 0.03);
    assertThat(row.recallAbove()).as(row.toString()).isBetween(-0.05, 0.03);
    assertThat(row.quality().grouped().f1())
        .as(row.toString())
        .isGreaterThan(row.quality().bestGrouped().f1() - 0.02);
    assertThat(row.quality().grouped().f1())
        .as(row.toString())
        .isGreaterThan(row.plain().orElseThrow() - 0.01);
    assertThat(row.quality().pairwise().f1())
        .as(row.toString())
        .isGreaterThan(row.quality().bestPairwise().f1() - 0.02);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "families:WHOLE:400:0.3:36@without=address,phone",
        "families:CENSUS:400:0.3:37",
        "families:WHOLE:400:0.3:38@undated",
        "invented:900:43:2.5",
        "coded:300:47:saul:2",
        "coded:300:47:attributes:1"
      })
  void whatCannotBeKnownIsNotStated(String list) {
    assertThat(StatedFigures.of(list).expected().isKnown()).isFalse();
  }

  @Test
  void aProbabilityIsAShareOfPairs() {
    for (Evaluation.Bin bin : StatedFigures.of("invented:1500:39").quality().reliability()) {
      if (bin.pairs() >= 100) {
        assertThat(bin.right() - bin.stated()).as(bin.toString()).isBetween(-0.15, 0.15);
      }
    }
  }
}
