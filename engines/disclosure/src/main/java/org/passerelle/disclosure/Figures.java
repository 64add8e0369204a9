package org.passerelle.disclosure;

import java.util.Arrays;

/**
 * The counts of a release before protection. Internal to the engine: never published in this form.
 */
public final class Figures {
  private final Layout layout;
  private final long[] counts;
  private final int[] alone;

  private Figures(Layout layout, long[] counts, int[] alone) {
    this.layout = layout;
    this.counts = counts;
    this.alone = alone;
  }

  /** Counts records; O(records × tables + figures × dimensions). */
  public static Figures count(Records records) {
    return count(records, Layout.of(records.release()));
  }

  static Figures count(Records records, Layout layout) {
    long[] counts = new long[layout.size()];
    int[] alone = new int[layout.size()];
    Arrays.fill(alone, -1);
    for (int t = 0; t < layout.release().tables().size(); t++) {
      Grid grid = layout.grid(t);
      long[] many = new long[grid.size()];
      // for a cell with a single record, the sum of record numbers is that record
      long[] who = new long[grid.size()];
      for (int r = 0; r < records.size(); r++) {
        int cell = 0;
        for (int d = 0; d < grid.variables.length; d++) {
          cell += grid.places[d][records.node(grid.variables[d], r)] * grid.strides[d];
        }
        many[cell]++;
        who[cell] += r;
      }
      grid.addUp(many);
      grid.addUp(who);
      for (int cell = 0; cell < many.length; cell++) {
        counts[grid.figures[cell]] = many[cell];
        if (many[cell] == 1) {
          alone[grid.figures[cell]] = (int) who[cell];
        }
      }
    }
    UnpublishedCells.count(records, layout, counts);
    return new Figures(layout, counts, alone);
  }

  /** The layout of the figures. */
  public Layout layout() {
    return layout;
  }

  /** Number of persons in a figure. */
  public long count(int figure) {
    return counts[figure];
  }

  long[] counts() {
    return counts;
  }

  /** The only record of a figure that counts one person, or −1. */
  int alone(int figure) {
    return alone[figure];
  }
}
