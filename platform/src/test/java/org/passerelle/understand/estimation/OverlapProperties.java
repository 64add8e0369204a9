package org.passerelle.understand.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.passerelle.disclosure.cells.SmallCells;

/** What is shown of an overlap holds the truth and gives no small count back. */
class OverlapProperties {
  @Property
  void everyRangeHoldsTheTruth(
      @ForAll @Size(15) List<@IntRange(max = 40) Integer> cells,
      @ForAll @IntRange(max = 15) int subset) {
    Overlap overlap = Overlap.of(counts(cells));
    long truth = 0;
    for (int cell = 1; cell < 16; cell++) {
      truth += (cell & subset) == subset ? cells.get(cell - 1) : 0;
    }
    Overlap.Range range = overlap.onAll(subset);
    assertThat(range.from()).isLessThanOrEqualTo(truth);
    assertThat(range.until() < 0 || range.until() >= truth).isTrue();
  }

  /**
   * Everybody who is shown everything except one small count still has all its values to choose.
   */
  @Property
  void whatIsShownLeavesSmallCountsAllTheirValues(
      @ForAll @Size(7) List<@IntRange(max = 12) Integer> cells,
      @ForAll @IntRange(min = 1, max = 7) int one) {
    long truth = cells.get(one - 1);
    Overlap overlap = Overlap.of(counts(cells));
    if (truth == 0 || truth >= SmallCells.THRESHOLD) {
      return;
    }
    Overlap.Range range = overlap.seen();
    // with this count at its least and its most, the hidden others can still make up what is shown
    long shown = 0;
    long least = 0;
    long most = 0;
    boolean open = false;
    for (Overlap.Combination c : overlap.combinations()) {
      if (c.lists() == one) {
        assertThat(c.count()).isEqualTo(-1);
      } else if (c.count() >= 0) {
        shown += c.count();
      } else {
        least += 1;
        most += SmallCells.THRESHOLD - 1;
        open |= !c.small();
      }
    }
    if (range.exact()) {
      for (long value : new long[] {1, SmallCells.THRESHOLD - 1}) {
        long others = range.from() - shown - value;
        assertThat(others).isGreaterThanOrEqualTo(least);
        assertThat(open || others <= most).isTrue();
      }
    }
  }

  private static StudyResult counts(List<Integer> cells) {
    long[] counts = new long[cells.size() + 1];
    for (int cell = 1; cell < counts.length; cell++) {
      counts[cell] = cells.get(cell - 1);
    }
    int lists = Integer.numberOfTrailingZeros(counts.length);
    return new StudyResult(
        Arrays.asList("a", "b", "c", "d").subList(0, lists),
        counts,
        List.of(),
        lists,
        0,
        new StudyResult.Recognition(1, 1, 0, false),
        List.of(),
        new org.passerelle.estimation.Findings(
            0, 0, List.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
