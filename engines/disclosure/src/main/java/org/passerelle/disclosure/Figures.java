package org.passerelle.disclosure;

import java.util.Arrays;

/**
 * The counts of a release before protection. Internal to the engine: never published in this form.
 */
public final class Figures {
  private final Layout layout;
  private final long[] counts;
  private final int[] alone;
  private final boolean[] occupied;
  private final long[] distance;

  private Figures(Layout layout) {
    this.layout = layout;
    counts = new long[layout.size()];
    alone = new int[layout.size()];
    occupied = new boolean[layout.size()];
    distance = new long[layout.size()];
    Arrays.fill(alone, -1);
  }

  /** Counts records; O(records × tables + figures × dimensions). */
  public static Figures count(Records records) {
    return count(records, Layout.of(records.release()));
  }

  static Figures count(Records records, Layout layout) {
    Figures figures = new Figures(layout);
    for (int t = 0; t < layout.release().tables().size(); t++) {
      Records.Rows rows = records.rows();
      if (rows == null) {
        figures.count(records, layout.grid(t));
      } else {
        figures.add(new Contributions(records, rows, layout.grid(t)), layout.grid(t));
      }
    }
    UnpublishedCells.count(records, layout, figures.counts);
    return figures;
  }

  /** Each row is a person. */
  private void count(Records records, Grid grid) {
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
      int figure = grid.figures[cell];
      counts[figure] = many[cell];
      occupied[figure] = many[cell] > 0;
      distance[figure] =
          layout.release().policy().isSmall(many[cell]) ? layout.release().width() : 0;
      if (many[cell] == 1) {
        alone[figure] = (int) who[cell];
      }
    }
  }

  private void add(Contributions table, Grid grid) {
    for (int cell = 0; cell < grid.size(); cell++) {
      int figure = grid.figures[cell];
      counts[figure] = table.sums[cell];
      occupied[figure] = table.persons[cell] > 0;
      distance[figure] = table.distance(cell);
      if (table.persons[cell] == 1) {
        alone[figure] = (int) table.who[cell];
      }
    }
  }

  /** The layout of the figures. */
  public Layout layout() {
    return layout;
  }

  /** Number of persons in a figure, of their rows, or the sum of their amounts. */
  public long count(int figure) {
    return counts[figure];
  }

  /** Whether a figure would identify somebody if it were shown. */
  public boolean isSmall(int figure) {
    return distance[figure] > 0;
  }

  /** The freedom that readers must be left of a figure; 0 if it may be shown. */
  long distance(int figure) {
    return distance[figure];
  }

  /** Whether there is anybody in a figure. */
  boolean isOccupied(int figure) {
    return occupied[figure];
  }

  long[] counts() {
    return counts;
  }

  /** The only record or person of a figure that counts one person, or −1. */
  int alone(int figure) {
    return alone[figure];
  }
}
