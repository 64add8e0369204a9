package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Enumerates tables that are consistent with what is shown of one, of its sums and of the table
 * without the filter, until each small count has taken its minimum and maximum. Tables have their
 * sums as last row and column. For tests.
 */
final class FittingTables {
  private final int rows;
  private final int columns;
  private final long[][] own;
  private final long[][] whole;
  private final LinkedCells.Judged judged;
  private final LinkedCells.Judged without;

  /** Values that a table has not taken yet, by count. */
  private final Map<String, Set<Long>> wanted = new HashMap<>();

  /** What the filter includes of a row and what it excludes, by column. */
  private record Row(long[] in, long[] out) {}

  /**
   * A table.
   *
   * @param whole the table without the filter; null if there is no filter
   */
  FittingTables(
      long[][] own, long[][] whole, LinkedCells.Judged judged, LinkedCells.Judged without) {
    rows = own.length;
    columns = own[0].length;
    this.own = withSums(own);
    this.whole = whole.length == 0 ? whole : withSums(whole);
    this.judged = judged;
    this.without = without;
  }

  private static long[][] withSums(long[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    long[][] all = new long[rows + 1][columns + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        all[r][c] = table[r][c];
        all[r][columns] += table[r][c];
        all[rows][c] += table[r][c];
        all[rows][columns] += table[r][c];
      }
    }
    return all;
  }

  static boolean small(long count) {
    return count > 0 && count < SmallCells.THRESHOLD;
  }

  private boolean filtered() {
    return whole.length > 0;
  }

  /** Values from 1 to 4 that small counts cannot take, by count; empty if there are none. */
  Map<String, Set<Long>> notTaken() {
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        want("in", r, c, own[r][c]);
        if (filtered()) {
          want("all", r, c, without.cells() ? whole[r][c] : 0);
          want("out", r, c, whole[r][c] - own[r][c]);
        }
      }
    }
    List<List<Row>> possible = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<Row> found = new ArrayList<>();
      row(r, 0, new Row(new long[columns + 1], new long[columns + 1]), found);
      // in any order: tables that differ much are found early
      Collections.shuffle(found, new Random(1));
      possible.add(found);
    }
    join(possible, new ArrayList<>());
    return wanted;
  }

  private void want(String which, int row, int column, long count) {
    if (small(count)) {
      wanted.put(which + row + "," + column, new HashSet<>(List.of(1L, 4L)));
    }
  }

  private void took(String which, long count) {
    Set<Long> left = wanted.get(which);
    if (left != null && left.remove(count) && left.isEmpty()) {
      wanted.remove(which);
    }
  }

  /** The range of a count by what is said of it alone. */
  private long[] range(long[][] table, LinkedCells.Judged judged, int row, int column) {
    boolean grand = row == rows && column == columns;
    boolean shown = grand ? judged.total() : judged.cells() && judged.open()[row][column];
    if (shown) {
      return new long[] {table[row][column], table[row][column]};
    }
    // the grand total is known
    long most = (filtered() ? whole : own)[rows][columns];
    return new long[] {judged.cells() || grand ? 1 : 0, most};
  }

  private static boolean in(long[] range, long count) {
    return range[0] <= count && count <= range[1];
  }

  private void row(int row, int column, Row guess, List<Row> found) {
    if (column == columns) {
      guess.in[columns] = sum(guess.in);
      guess.out[columns] = sum(guess.out);
      if (fits(row, columns, guess.in[columns], guess.out[columns])) {
        found.add(new Row(guess.in.clone(), guess.out.clone()));
      }
      return;
    }
    long[] in = range(own, judged, row, column);
    long[] all = filtered() ? range(whole, without, row, column) : in;
    for (long taken = in[0]; taken <= in[1]; taken++) {
      long most = filtered() ? all[1] - taken : 0;
      for (long left = Math.max(0, all[0] - taken); left <= most; left++) {
        guess.in[column] = taken;
        guess.out[column] = left;
        row(row, column + 1, guess, found);
      }
    }
  }

  private long sum(long[] cells) {
    long sum = 0;
    for (int c = 0; c < columns; c++) {
      sum += cells[c];
    }
    return sum;
  }

  private boolean fits(int row, int column, long in, long out) {
    return in(range(own, judged, row, column), in)
        && (!filtered() || in(range(whole, without, row, column), in + out));
  }

  private void join(List<List<Row>> possible, List<Row> chosen) {
    long[] in = new long[columns + 1];
    long[] out = new long[columns + 1];
    for (Row row : chosen) {
      for (int c = 0; c <= columns; c++) {
        in[c] += row.in[c];
        out[c] += row.out[c];
      }
    }
    boolean last = chosen.size() == rows;
    for (int c = 0; c <= columns; c++) {
      boolean over =
          in[c] > range(own, judged, rows, c)[1]
              || (filtered() && in[c] + out[c] > range(whole, without, rows, c)[1]);
      if (over || (last && !fits(rows, c, in[c], out[c]))) {
        return;
      }
    }
    if (last) {
      for (int r = 0; r < rows; r++) {
        took(r, chosen.get(r).in, chosen.get(r).out);
      }
      took(rows, in, out);
      return;
    }
    for (Row next : possible.get(chosen.size())) {
      if (wanted.isEmpty()) {
        return;
      }
      chosen.add(next);
      join(possible, chosen);
      chosen.remove(chosen.size() - 1);
    }
  }

  private void took(int row, long[] in, long[] out) {
    for (int c = 0; c <= columns; c++) {
      String at = row + "," + c;
      took("in" + at, in[c]);
      took("out" + at, out[c]);
      took("all" + at, in[c] + out[c]);
    }
  }
}
