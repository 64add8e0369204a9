package org.passerelle.disclosure.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Rule 8 for tables with filters. Enumerates every pair of tables that is consistent with what is
 * shown, with sums and the table without the filter; each small count of either table, and of what
 * the filter excludes, takes the values from 1 to 4.
 */
class LinkedCellsProperties {
  /** There is no filter, and so no table without it. */
  private static final long[][] NONE = {};

  @Test
  void aTotalIsShownUnlessItIsSmallAndZeroIsShown() {
    assertThat(one(new long[][] {{1, 1}, {1, 1}}).total()).isFalse();
    assertThat(one(new long[][] {{0, 0}}).cells()).isTrue();
    assertThat(one(new long[][] {{0}}).open()[0][0]).isTrue();
    LinkedCells.Judged shown = one(new long[][] {{0, 8}, {40, 3}, {9, 12}});
    assertThat(shown.total()).isTrue();
    assertThat(shown.open()[0][0]).isTrue();
    assertThat(shown.open()[1][1]).isFalse();
  }

  @Test
  void smallCountsExcludedByAFilterAreNotRevealed() {
    LinkedCells.Judged nearlyAll =
        LinkedCells.of(Map.of(0, new long[][] {{60}, {40}}, 1, new long[][] {{58}, {40}}));
    assertThat(nearlyAll.total()).isFalse();
    // five of sixty are excluded in all, but only two of the first row
    LinkedCells.Judged rows =
        LinkedCells.of(Map.of(0, new long[][] {{60}, {40}}, 1, new long[][] {{58}, {30}}));
    assertThat(rows.total()).isTrue();
    assertThat(rows.open()[0][1]).isFalse();
  }

  /** Two rows and two columns together determine a cell outside them; no single line does. */
  @Test
  void whatSeveralLinesTellTogetherIsFound() {
    long[][] counts = {{2, 3, 4}, {3, 2, 12}, {11, 9, 4}};
    LinkedCells.Judged judged = one(counts);
    if (judged.cells()) {
      check(counts, NONE, judged);
    }
  }

  @Property(tries = 200)
  void oneLine(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 9) Integer> counts) {
    long[][] table = counts.stream().map(n -> new long[] {n}).toArray(long[][]::new);
    check(table, NONE, one(table));
  }

  @Property(tries = 200)
  void twoByThree(@ForAll @Size(6) List<@IntRange(min = 0, max = 8) Integer> counts) {
    long[][] table = table(counts, 2, 3);
    check(table, NONE, one(table));
  }

  @Property(tries = 200)
  void threeByThree(@ForAll @Size(9) List<@IntRange(min = 0, max = 6) Integer> counts) {
    long[][] table = table(counts, 3, 3);
    check(table, NONE, one(table));
  }

  @Property(tries = 200)
  void aLineWithAFilter(
      @ForAll @Size(3) List<@IntRange(min = 0, max = 9) Integer> in,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 9) Integer> out) {
    filtered(in, out, 3, 1);
  }

  @Property(tries = 400)
  void twoByTwoWithAFilter(
      @ForAll @Size(4) List<@IntRange(min = 0, max = 6) Integer> in,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 6) Integer> out) {
    filtered(in, out, 2, 2);
  }

  /** A linear programme of this size would keep a page waiting for minutes. */
  @Test
  void tablesTooLargeToProveAreWithheld() {
    long[][] sparse = new long[30][40];
    for (int i = 0; i < 1_200; i++) {
      sparse[i / 40][i % 40] = i % 4 == 0 ? 7 : i % 3;
    }
    assertThat(one(sparse).total()).isTrue();
    assertThat(one(sparse).cells()).isFalse();
  }

  /** Each line alone leaves the range of the first row's four open; all together do not. */
  @Test
  void whatAllLinesAllowTogetherIsFound() {
    filtered(List.of(0, 4, 6, 1), List.of(5, 0, 3, 2), 2, 2);
  }

  private static void filtered(List<Integer> in, List<Integer> out, int rows, int columns) {
    long[][] with = table(in, rows, columns);
    long[][] without = table(out, rows, columns);
    long[][] whole = new long[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        whole[r][c] = with[r][c] + without[r][c];
      }
    }
    check(with, whole, LinkedCells.of(Map.of(0, whole, 1, with)));
  }

  private static LinkedCells.Judged one(long[][] table) {
    return LinkedCells.of(Map.of(0, table));
  }

  private static long[][] table(List<Integer> counts, int rows, int columns) {
    long[][] table = new long[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      table[i / columns][i % columns] = counts.get(i);
    }
    return table;
  }

  private static void check(long[][] own, long[][] whole, LinkedCells.Judged judged) {
    LinkedCells.Judged without = whole.length == 0 ? judged : one(whole);
    noSmallOneIsShown(own, judged);
    if (judged.cells()) {
      assertThat(new FittingTables(own, whole, judged, without).notTaken())
          .as(Arrays.deepToString(own) + " of " + Arrays.deepToString(whole))
          .isEmpty();
    }
  }

  private static void noSmallOneIsShown(long[][] own, LinkedCells.Judged judged) {
    for (int r = 0; r <= own.length; r++) {
      for (int c = 0; c <= own[0].length; c++) {
        long count = sum(own, r, c);
        assertThat(FittingTables.small(count) && judged.open()[r][c]).isFalse();
        assertThat(judged.cells() && count == 0 && !judged.open()[r][c]).isFalse();
      }
    }
  }

  private static long part(long[] cells, int column) {
    return column == cells.length ? Arrays.stream(cells).sum() : cells[column];
  }

  private static long sum(long[][] table, int row, int column) {
    long[][] rows = row == table.length ? table : new long[][] {table[row]};
    return Arrays.stream(rows).mapToLong(r -> part(r, column)).sum();
  }
}
