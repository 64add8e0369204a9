package org.passerelle.prevent.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;

/**
 * What a question says before and after. A share whose count could tell on somebody is withheld,
 * and with it the difference.
 *
 * @param before the first wave, or null if nobody answered in it
 * @param after the second wave, or null if nobody answered in it
 * @param difference after less before, or null if a wave is missing or withheld
 */
public record QuestionResult(
    Survey.Question question,
    @Nullable Share before,
    @Nullable Share after,
    @Nullable ShareDifference difference) {

  /**
   * A share.
   *
   * @param counted how many gave an answer that is counted
   * @param asked how many answered
   * @param isShown whether the share may be shown
   * @param isSmall whether so few answered that even their number is not shown
   */
  public record Share(int counted, int asked, boolean isShown, boolean isSmall) {
    /** What was counted of those who answered, from 0 to 1. */
    public double share() {
      return counted / (double) asked;
    }

    static @Nullable Share of(Survey.Question question, String wave) {
      int asked = question.asked(wave);
      if (asked == 0) {
        return null;
      }
      int counted = question.counted(wave);
      SmallCells.Shown[] shown = SmallCells.ofLine(new long[] {counted, asked - counted}, true);
      return new Share(
          counted,
          asked,
          shown[0] == SmallCells.Shown.AS_IT_IS && shown[1] == SmallCells.Shown.AS_IT_IS,
          shown[2] != SmallCells.Shown.AS_IT_IS);
    }
  }

  /** A share in percent with one decimal, as it is shown. */
  public static BigDecimal percent(double share) {
    return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
  }

  /** The result of a question. */
  public static QuestionResult of(Survey.Question question) {
    Share before = Share.of(question, Survey.WAVES.get(0));
    Share after = Share.of(question, Survey.WAVES.get(1));
    return new QuestionResult(question, before, after, difference(before, after));
  }

  private static @Nullable ShareDifference difference(
      @Nullable Share before, @Nullable Share after) {
    if (before == null || after == null || !before.isShown() || !after.isShown()) {
      return null;
    }
    return ShareDifference.of(after.counted(), after.asked(), before.counted(), before.asked());
  }
}
