package org.passerelle.understand.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;

/**
 * Overlap of the lists, as far as it may be shown (rule 8). The combinations of lists partition the
 * people into counts with a known sum, to which {@link SmallCells} is applied. Totals of lists and
 * pairwise overlaps are derived only from what is shown, so that they reveal nothing more.
 * Immutable.
 */
public final class Overlap {
  private static final long OPEN = -1;
  private final long[] counts;
  private final SmallCells.Shown[] shown;
  private final boolean sumShown;

  private Overlap(long[] counts) {
    this.counts = counts.clone();
    SmallCells.Shown[] line = SmallCells.ofLine(counts, true);
    shown = java.util.Arrays.copyOf(line, counts.length);
    sumShown = line[counts.length] == SmallCells.Shown.AS_IT_IS;
  }

  /** As far as a result may be shown. */
  public static Overlap of(StudyResult result) {
    return new Overlap(result.counts());
  }

  /**
   * People on exactly these lists.
   *
   * @param lists bit mask of the lists
   * @param count count, or -1 if suppressed
   * @param small whether it is below the threshold; otherwise, if suppressed, nothing is said about
   *     it
   */
  public record Combination(int lists, long count, boolean small) {}

  /**
   * Bounds of a number, derived from what is shown.
   *
   * @param from lower bound
   * @param until upper bound, or -1 if unknown
   */
  public record Range(long from, long until) {
    /** Whether both bounds are equal. */
    public boolean exact() {
      return from == until;
    }
  }

  /** Whether any count is suppressed. */
  public boolean hides() {
    for (int cell = 1; cell < counts.length; cell++) {
      if (shown[cell] != SmallCells.Shown.AS_IT_IS) {
        return true;
      }
    }
    return !sumShown;
  }

  /** Combinations with people: most frequent first, suppressed ones last. */
  public List<Combination> combinations() {
    List<Combination> all = new ArrayList<>();
    for (int cell = 1; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        boolean open = shown[cell] == SmallCells.Shown.AS_IT_IS;
        all.add(
            new Combination(cell, open ? counts[cell] : -1, shown[cell] == SmallCells.Shown.SMALL));
      }
    }
    all.sort(
        Comparator.<Combination>comparingLong(c -> -c.count())
            .thenComparing(c -> !c.small())
            .thenComparingInt(Combination::lists));
    return all;
  }

  /** All people seen. */
  public Range seen() {
    if (sumShown) {
      long sum = java.util.Arrays.stream(counts).sum();
      return new Range(sum, sum);
    }
    return onAll(0);
  }

  /** People on all lists of the subset, and possibly others. */
  public Range onAll(int subset) {
    return sum(subset, 0);
  }

  /** People on at least this number of lists. */
  public Range onAtLeast(int lists) {
    return sum(0, lists);
  }

  private Range sum(int subset, int least) {
    long from = 0;
    long until = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      if ((cell & subset) == subset && Integer.bitCount(cell) >= least) {
        switch (shown[cell]) {
          case AS_IT_IS -> {
            from += counts[cell];
            until = until == OPEN ? OPEN : until + counts[cell];
          }
          case SMALL -> {
            from += 1;
            until = until == OPEN ? OPEN : until + SmallCells.THRESHOLD - 1;
          }
          case WITHHELD -> {
            from += 1;
            until = OPEN;
          }
        }
      }
    }
    return new Range(from, until);
  }
}
