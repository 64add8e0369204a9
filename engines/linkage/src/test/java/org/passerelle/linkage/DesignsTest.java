package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.linkage.generator.Design;

/** A father and his son are two, and so are cousins of one name and people of one camp. */
@Tag("slow")
@Tag("long")
class DesignsTest {
  @ParameterizedTest
  @EnumSource
  void noDesignIsWorseThanAPlainModelOrStatesWhatIsNotTrue(Design design) {
    StatedFigures.Row row = DesignFigures.one(design, 1_000, 3);
    String what = design + ": " + row;
    double f1 = row.quality().grouped().f1();
    assertThat(f1).as(what).isGreaterThan(row.plain().orElse(1));
    assertThat(f1).as(what).isGreaterThan(0.84);
    assertThat(Math.abs(row.precisionAbove())).as(what).isLessThan(0.05);
    assertThat(WorstBins.above(row)).as(what).isLessThan(0.15);
  }

  /** In two lists each has one partner at most, which tells much of those who have one. */
  @ParameterizedTest
  @EnumSource
  void norIsItAcrossTwoLists(Design design) {
    StatedFigures.Row row = DesignFigures.two(design, 1_000, 3);
    String what = design + ": " + row;
    double f1 = row.quality().grouped().f1();
    assertThat(f1).as(what).isGreaterThan(row.plain().orElse(1));
    assertThat(f1).as(what).isGreaterThan(row.quality().bestGrouped().f1() - 0.02);
    assertThat(row.quality().pairwise().f1())
        .as(what)
        .isGreaterThan(row.quality().bestPairwise().f1() - 0.02);
    assertThat(row.precisionAbove()).as(what).isBetween(-0.05, 0.03);
    // of one seed; on the mean of two it is within .03
    assertThat(row.recallAbove()).as(what).isBetween(-0.05, 0.04);
    assertThat(WorstBins.above(row)).as(what).isLessThan(0.15);
  }
}
