package org.passerelle.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rule 8: nobody who knows the table, its totals and the rule can narrow a small count down. */
class SmallCellsProperties {
  private static final int MOST = 24;

  @Test
  void zeroIsShownAndSmallCountsAreNot() {
    SmallCells.Shown[][] shown = SmallCells.of(new long[][] {{0, 3, 40}, {20, 30, 50}});
    assertThat(shown[0][0]).isEqualTo(SmallCells.Shown.AS_IT_IS);
    assertThat(shown[0][1]).isEqualTo(SmallCells.Shown.SMALL);
    assertThat(shown[0][2]).isEqualTo(SmallCells.Shown.WITHHELD);
    assertThat(shown[1][1]).isEqualTo(SmallCells.Shown.WITHHELD);
    assertThat(shown[1][0]).isEqualTo(SmallCells.Shown.AS_IT_IS);
  }

  @Test
  void aTableWithoutSmallCountsIsShownWhole() {
    for (SmallCells.Shown[] row : SmallCells.of(new long[][] {{0, 5}, {7, 100}})) {
      assertThat(row).containsOnly(SmallCells.Shown.AS_IT_IS);
    }
    assertThat(SmallCells.of(new long[0][])).hasDimensions(1, 1);
  }

  /**
   * Enumerates every table consistent with what is shown; each small count takes all its values.
   */
  @Property(tries = 150)
  void noSmallCountIsGivenBackInTwoByTwo(
      @ForAll @Size(4) java.util.List<@IntRange(min = 0, max = 12) Integer> counts) {
    check(new long[][] {{counts.get(0), counts.get(1)}, {counts.get(2), counts.get(3)}});
  }

  @Property(tries = 60)
  void noSmallCountIsGivenBackInTwoByThree(
      @ForAll @Size(6) java.util.List<@IntRange(min = 0, max = 9) Integer> counts) {
    check(
        new long[][] {
          {counts.get(0), counts.get(1), counts.get(2)},
          {counts.get(3), counts.get(4), counts.get(5)}
        });
  }

  /** One line with its sum, enumerated likewise. */
  @Property(tries = 300)
  void noSmallCountIsGivenBackInALine(
      @ForAll @Size(min = 1, max = 4) java.util.List<@IntRange(min = 0, max = 12) Integer> counts,
      @ForAll boolean withSum) {
    long[] line = counts.stream().mapToLong(Integer::longValue).toArray();
    SmallCells.Shown[] shown = SmallCells.ofLine(line, withSum);
    java.util.List<java.util.Set<Long>> possible = new java.util.ArrayList<>();
    for (int i = 0; i <= line.length; i++) {
      possible.add(new TreeSet<>());
    }
    line(new long[line.length], 0, line, shown, possible);
    for (int i = 0; i < line.length; i++) {
      boolean small = line[i] > 0 && line[i] < SmallCells.THRESHOLD;
      assertThat(shown[i] == SmallCells.Shown.SMALL).isEqualTo(small);
      if (small) {
        assertThat(possible.get(i)).as(counts.toString()).contains(1L, SmallCells.THRESHOLD - 1L);
      }
    }
  }

  private static void line(
      long[] guess,
      int at,
      long[] truth,
      SmallCells.Shown[] shown,
      java.util.List<java.util.Set<Long>> possible) {
    if (at == truth.length) {
      long sum = java.util.Arrays.stream(guess).sum();
      if (fits(sum, java.util.Arrays.stream(truth).sum(), shown[truth.length])) {
        for (int i = 0; i < guess.length; i++) {
          possible.get(i).add(guess[i]);
        }
      }
      return;
    }
    for (long one = 0; one <= MOST; one++) {
      if (fits(one, truth[at], shown[at])) {
        guess[at] = one;
        line(guess, at + 1, truth, shown, possible);
      }
    }
  }

  private static void check(long[][] counts) {
    SmallCells.Shown[][] shown = SmallCells.of(counts);
    int rows = counts.length;
    int columns = counts[0].length;
    long[][] whole = withTotals(counts);
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        boolean small = whole[r][c] > 0 && whole[r][c] < SmallCells.THRESHOLD;
        boolean total = r == rows || c == columns;
        if (small && !(total && shown[r][c] == SmallCells.Shown.WITHHELD)) {
          assertThat(shown[r][c]).isEqualTo(SmallCells.Shown.SMALL);
        }
        if (whole[r][c] == 0) {
          assertThat(shown[r][c]).isEqualTo(SmallCells.Shown.AS_IT_IS);
        }
      }
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    java.util.Set<Long>[] possible = new java.util.Set[(rows + 1) * (columns + 1)];
    for (int i = 0; i < possible.length; i++) {
      possible[i] = new TreeSet<>();
    }
    fill(new long[rows][columns], 0, whole, shown, possible);
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        if (shown[r][c] == SmallCells.Shown.SMALL) {
          assertThat(possible[r * (columns + 1) + c])
              .as("row %d, column %d of %s", r, c, java.util.Arrays.deepToString(counts))
              .contains(1L, SmallCells.THRESHOLD - 1L);
        }
      }
    }
  }

  private static void fill(
      long[][] table,
      int at,
      long[][] whole,
      SmallCells.Shown[][] shown,
      java.util.Set<Long>[] possible) {
    int rows = table.length;
    int columns = table[0].length;
    if (at == rows * columns) {
      long[][] guess = withTotals(table);
      for (int r = 0; r <= rows; r++) {
        for (int c = 0; c <= columns; c++) {
          if (!fits(guess[r][c], whole[r][c], shown[r][c])) {
            return;
          }
        }
      }
      for (int r = 0; r <= rows; r++) {
        for (int c = 0; c <= columns; c++) {
          possible[r * (columns + 1) + c].add(guess[r][c]);
        }
      }
      return;
    }
    int r = at / columns;
    int c = at % columns;
    if (c == 0 && r > 0 && !rowFits(table, r - 1, whole, shown)) {
      return;
    }
    for (long guess = 0; guess <= MOST; guess++) {
      if (fits(guess, whole[r][c], shown[r][c])) {
        table[r][c] = guess;
        fill(table, at + 1, whole, shown, possible);
      }
    }
  }

  private static boolean rowFits(
      long[][] table, int row, long[][] whole, SmallCells.Shown[][] shown) {
    long sum = 0;
    for (long one : table[row]) {
      sum += one;
    }
    int last = whole[row].length - 1;
    return fits(sum, whole[row][last], shown[row][last]);
  }

  private static boolean fits(long guess, long truth, SmallCells.Shown shown) {
    return switch (shown) {
      case AS_IT_IS -> guess == truth;
      case SMALL -> guess > 0 && guess < SmallCells.THRESHOLD;
      case WITHHELD -> guess > 0;
    };
  }

  private static long[][] withTotals(long[][] counts) {
    int rows = counts.length;
    int columns = counts[0].length;
    long[][] whole = new long[rows + 1][columns + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        whole[r][c] = counts[r][c];
        whole[r][columns] += counts[r][c];
        whole[rows][c] += counts[r][c];
        whole[rows][columns] += counts[r][c];
      }
    }
    return whole;
  }
}
