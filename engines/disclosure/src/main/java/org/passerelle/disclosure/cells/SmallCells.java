package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * Protects small counts of a table with totals so that nothing reveals them.
 *
 * <p>A count from 1 to {@link #THRESHOLD} − 1 is hidden ("fewer than five"); zero is shown, because
 * an empty cell identifies nobody. Then further counts are hidden until nobody who knows the table,
 * its totals and this rule can narrow a small count down: each can take every value from 1 to
 * {@link #THRESHOLD} − 1 within the bounds implied by rows, columns and totals (the shuttle
 * algorithm of Buzzigoli and Giusti 1999, run to convergence; each round is O(cells)). A pure
 * function; thread-safe.
 */
public final class SmallCells {
  /** The policy's threshold: the smallest positive count that is shown (decision 0026). */
  public static final int THRESHOLD = 5;

  private static final long MUCH = 1_000_000_000L;
  private final long[][] cells;
  private final Shown[][] shown;
  private final int rows;
  private final int columns;

  /** Protection of a count. */
  public enum Shown {
    AS_IT_IS,
    /** Below the threshold, and not zero. */
    SMALL,
    /** Not zero, and hidden to protect a small count; may be small or large. */
    WITHHELD
  }

  private SmallCells(long[][] counts) {
    rows = counts.length + 1;
    columns = counts.length == 0 ? 1 : counts[0].length + 1;
    cells = new long[rows][columns];
    shown = new Shown[rows][columns];
    for (int r = 0; r < rows - 1; r++) {
      for (int c = 0; c < columns - 1; c++) {
        cells[r][c] = counts[r][c];
        cells[r][columns - 1] += counts[r][c];
        cells[rows - 1][c] += counts[r][c];
        cells[rows - 1][columns - 1] += counts[r][c];
      }
    }
  }

  /**
   * Protects a table.
   *
   * @param counts rows of equal length, without negative counts
   * @return protection of each count, with an additional row and column for totals
   */
  public static Shown[][] of(long[][] counts) {
    SmallCells table = new SmallCells(counts);
    table.hideSmall();
    table.hideUntilNothingIsGivenBack();
    return table.shown;
  }

  /**
   * Protects counts in one line with their sum.
   *
   * @param counts without negative counts
   * @param withSum whether the sum may be shown; a sum hidden in one table is hidden in all
   * @return protection of each count, the sum last
   */
  public static Shown[] ofLine(long[] counts, boolean withSum) {
    long[][] cells = new long[1][counts.length + 1];
    Shown[][] shown = new Shown[1][counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      cells[0][i] = counts[i];
      cells[0][counts.length] += counts[i];
    }
    for (int i = 0; i <= counts.length; i++) {
      shown[0][i] = isSmall(cells[0][i]) ? Shown.SMALL : Shown.AS_IT_IS;
    }
    if (!withSum && cells[0][counts.length] > 0) {
      shown[0][counts.length] = Shown.WITHHELD;
    }
    while (isNarrowed(cells, shown)) {
      int next = -1;
      for (int i = 0; i <= counts.length; i++) {
        boolean sum = i == counts.length;
        boolean can = shown[0][i] == Shown.AS_IT_IS || (sum && shown[0][i] == Shown.SMALL);
        if (can && cells[0][i] > 0 && (next < 0 || (!sum && cells[0][i] < cells[0][next]))) {
          next = i;
        }
      }
      if (next < 0) {
        break;
      }
      shown[0][next] = Shown.WITHHELD;
    }
    return shown[0];
  }

  /** Whether a count could identify somebody. */
  static boolean isSmall(long count) {
    return count > 0 && count < THRESHOLD;
  }

  private static boolean isNarrowed(long[][] cells, Shown[][] shown) {
    long[][][] bounds = bounds(cells, shown);
    for (int i = 0; i < cells[0].length; i++) {
      boolean open = bounds[0][i][0] <= 1 && bounds[0][i][1] >= THRESHOLD - 1;
      if (shown[0][i] == Shown.SMALL && !open) {
        return true;
      }
    }
    return false;
  }

  private void hideSmall() {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        shown[r][c] = isSmall(cells[r][c]) ? Shown.SMALL : Shown.AS_IT_IS;
      }
    }
  }

  private void hideUntilNothingIsGivenBack() {
    int[] open = narrowed();
    while (open.length > 0) {
      if (!hideOneMore(open[0], open[1])) {
        return;
      }
      open = narrowed();
    }
  }

  /**
   * Hides one more count in the row or column of a revealed one: the smallest one shown; otherwise
   * a total; finally a small total, which is then only known to be not zero.
   */
  private boolean hideOneMore(int row, int column) {
    int[] best = {};
    for (int[] place : beside(row, column)) {
      if (rank(place) < MUCH && (best.length == 0 || rank(place) < rank(best))) {
        best = place;
      }
    }
    if (best.length == 0) {
      return hideAnyTotal();
    }
    shown[best[0]][best[1]] = Shown.WITHHELD;
    return true;
  }

  private long rank(int[] place) {
    long count = cells[place[0]][place[1]];
    Shown now = shown[place[0]][place[1]];
    boolean smallCell = now == Shown.SMALL && !isTotal(place);
    if (count == 0 || now == Shown.WITHHELD || smallCell) {
      return MUCH;
    }
    // order of preference: a cell, a total, the grand total
    long kind = isTotal(place) ? 1L : 0L;
    long grand = isGrandTotal(place) ? 1L : 0L;
    return (kind + grand) * (MUCH / 4) + Math.min(count, MUCH / 8);
  }

  private boolean isGrandTotal(int[] place) {
    return place[0] == rows - 1 && place[1] == columns - 1;
  }

  /** A distant total can reveal a count through other rows and columns. */
  private boolean hideAnyTotal() {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int[] place = {r, c};
        if (isTotal(place) && rank(place) < MUCH) {
          shown[r][c] = Shown.WITHHELD;
          return true;
        }
      }
    }
    return false;
  }

  private boolean isTotal(int[] place) {
    return place[0] == rows - 1 || place[1] == columns - 1;
  }

  private List<int[]> beside(int row, int column) {
    List<int[]> places = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      if (c != column) {
        places.add(new int[] {row, c});
      }
    }
    for (int r = 0; r < rows; r++) {
      if (r != row) {
        places.add(new int[] {r, column});
      }
    }
    return places;
  }

  /** A small count whose range is narrower than the rule promises; empty if there is none. */
  private int[] narrowed() {
    long[][][] bounds = bounds(cells, shown);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        boolean open = bounds[r][c][0] <= 1 && bounds[r][c][1] >= THRESHOLD - 1;
        if (shown[r][c] == Shown.SMALL && !open) {
          return new int[] {r, c};
        }
      }
    }
    return new int[] {};
  }

  /** Bounds of each count that can be derived from the shown ones. */
  static long[][][] bounds(long[][] cells, Shown[][] shown) {
    int rows = cells.length;
    int columns = cells[0].length;
    long[][][] bounds = new long[rows][columns][];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        bounds[r][c] =
            switch (shown[r][c]) {
              case AS_IT_IS -> new long[] {cells[r][c], cells[r][c]};
              case SMALL -> new long[] {1, THRESHOLD - 1};
              case WITHHELD -> new long[] {1, MUCH};
            };
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int r = 0; r < rows; r++) {
        long[][] line = new long[columns][];
        System.arraycopy(bounds[r], 0, line, 0, columns);
        changed |= narrow(line);
      }
      for (int c = 0; rows > 1 && c < columns; c++) {
        long[][] line = new long[rows][];
        for (int r = 0; r < rows; r++) {
          line[r] = bounds[r][c];
        }
        changed |= narrow(line);
      }
    }
    return bounds;
  }

  /** The last element of a line is the sum of the others. */
  static boolean narrow(long[][] line) {
    int last = line.length - 1;
    long least = 0;
    long most = 0;
    for (int i = 0; i < last; i++) {
      least += line[i][0];
      most += line[i][1];
    }
    boolean changed = tighten(line[last], least, most);
    for (int i = 0; i < last; i++) {
      long othersLeast = least - line[i][0];
      long othersMost = most - line[i][1];
      long[] before = line[i].clone();
      changed |= tighten(line[i], line[last][0] - othersMost, line[last][1] - othersLeast);
      least += line[i][0] - before[0];
      most += line[i][1] - before[1];
    }
    return changed;
  }

  private static boolean tighten(long[] bound, long least, long most) {
    boolean changed = false;
    if (least > bound[0]) {
      bound[0] = least;
      changed = true;
    }
    if (most < bound[1]) {
      bound[1] = most;
      changed = true;
    }
    return changed;
  }
}
